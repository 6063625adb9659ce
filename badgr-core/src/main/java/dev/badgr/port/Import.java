package dev.badgr.port;

import dev.badgr.award.AwardId;
import dev.badgr.email.RecipientKey;
import dev.badgr.openbadges.CredentialForm;
import dev.badgr.openbadges.CredentialKey;
import dev.badgr.openbadges.Picture;
import dev.badgr.openbadges.Verdict;
import dev.badgr.text.Bytes;
import dev.badgr.text.Sha256;
import dev.badgr.text.Uuids;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A badge from elsewhere as its person brought it. Of the copies of one badge that she brought the newest is kept.
 *
 * @param credential names the badge, whichever copy it is: {@link #name}
 * @param award the award that it is in the Backpack as
 * @param issuedOn from when on this copy counts, to the millisecond
 * @param form in what form it came
 * @param source where it was fetched; empty for a file or pasted text
 * @param content as it was received; at most {@link #LARGEST}
 * @param picture its picture, if that is not on the web by itself
 * @param importedAt when this copy was brought
 * @param checked what is known of how it stands
 */
public record Import(
        UUID credential,
        AwardId award,
        Instant issuedOn,
        CredentialForm form,
        Optional<URI> source,
        Bytes content,
        Optional<Picture> picture,
        Instant importedAt,
        Checked checked) {
    /** How many bytes a copy, and its picture, may have. */
    public static final int LARGEST = 2 << 20;

    /**
     * The last time that it was verified.
     *
     * @param at when that began
     * @param verdict what it came to
     * @param next when it is due again; empty for never
     * @param revision counts the times that it was brought or verified: what was found applies only to the one that it began with
     */
    public record Checked(Instant at, Verdict verdict, Optional<Instant> next, long revision) {
        public Checked {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(verdict, "verdict");
            Objects.requireNonNull(next, "next");
        }

        /** This one as the next after another. */
        public Checked after(Checked before) {
            return new Checked(at, verdict, next, before.revision + 1);
        }

        /** The same, due at another time. */
        public Checked dueAt(Instant time) {
            return new Checked(at, verdict, Optional.of(time), revision);
        }
    }

    public Import {
        Objects.requireNonNull(credential, "credential");
        Objects.requireNonNull(award, "award");
        Objects.requireNonNull(issuedOn, "issuedOn");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(picture, "picture");
        Objects.requireNonNull(importedAt, "importedAt");
        Objects.requireNonNull(checked, "checked");
        if (content.length() > LARGEST) {
            throw new IllegalArgumentException("content: at most " + LARGEST + " bytes");
        }
    }

    /** The name of a badge: a UUID of version 8 that is a hash of its key (RFC 9562, 5.8). */
    public static UUID name(CredentialKey key) {
        // The length keeps apart what would read the same one after the other.
        return Uuids.ofHash(Sha256.of(key.issuer().length() + " " + key.issuer() + key.credential()));
    }

    /** The mailbox that it was issued to. */
    public RecipientKey recipient() {
        return award.recipient();
    }

    /** The same copy after it was verified again. */
    public Import with(Checked later) {
        return new Import(credential, award, issuedOn, form, source, content, picture, importedAt, later);
    }

    /** Without the source, whose URL may open something. */
    @Override
    public String toString() {
        return "Import[" + award + ", " + form + ", " + content + ", " + checked + "]";
    }
}
