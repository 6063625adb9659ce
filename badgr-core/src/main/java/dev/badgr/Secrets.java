package dev.badgr;

import dev.badgr.email.CodeKeys;
import dev.badgr.email.EmailKey;
import dev.badgr.email.HmacKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;

/**
 * The secrets that the host keeps outside the database, the same on all its servers. {@code toString} shows none.
 *
 * @param codes under which codes are stored; rotate them as often as the host likes, while badgr runs
 * @param recipients under which addresses and clients are named, and with which links are signed that stop mails; stays for the
 *     life of the installation, and a start with another one is refused
 * @param formerRecipients those that the installation was moved away from: links in mails from then still stop mails, and hosted
 *     badges from then say the same as then. Nothing else is done with them. Leave out one that somebody else may know: who knows
 *     it can stop mails
 */
public record Secrets(CodeKeys codes, HmacKey recipients, List<HmacKey> formerRecipients) {
    public Secrets {
        Objects.requireNonNull(codes, "codes");
        Objects.requireNonNull(recipients, "recipients");
        formerRecipients = List.copyOf(formerRecipients);
    }

    /** With keys for codes that may change. */
    public Secrets(CodeKeys codes, HmacKey recipients) {
        this(codes, recipients, List.of());
    }

    /** With one key for codes. */
    public Secrets(HmacKey codes, HmacKey recipients) {
        this(CodeKeys.of(codes), recipients);
    }

    /** From the base64 forms of 32 bytes each. */
    public static Secrets fromBase64(String codes, String recipients) {
        return new Secrets(HmacKey.fromBase64(codes), HmacKey.fromBase64(recipients));
    }

    /** The same with other keys for codes. */
    public Secrets with(CodeKeys other) {
        return new Secrets(other, recipients, formerRecipients);
    }

    /** The same in an installation that had these recipient secrets before. */
    public Secrets withFormerRecipients(List<HmacKey> former) {
        return new Secrets(codes, recipients, former);
    }

    /**
     * What a storage keeps to recognise {@link #recipients} by, so that no other secret is used on it; tells nothing about it.
     */
    public String installationCheck() {
        return recipients.macText("installation", new EmailKey("check@badgr.invalid").value());
    }

    /** New ones, for tests and the first minute: a database that outlives the process needs fixed ones. */
    public static Secrets random() {
        SecureRandom random = new SecureRandom();
        return new Secrets(HmacKey.random(random), HmacKey.random(random));
    }
}
