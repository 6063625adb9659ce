package dev.badgr.port;

import dev.badgr.award.AwardId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that is stored with what it tells of, and delivered after that: at least once.
 *
 * @param recipient to which mailbox
 * @param id its name among that mailbox's; derived from the award's sequence for the notices of
 *     an award
 * @param kind what it tells
 * @param to the address to write to
 * @param award the award that it tells of
 * @param detail a masked address or an issuer, for the text
 * @param locale in which language
 * @param createdAt when
 * @param attempts how often delivery was begun
 * @param nextAttemptAt when it is due; empty once it was given up
 * @param lastError why the last delivery failed
 */
public record Notice(
        RecipientKey recipient,
        UUID id,
        Kind kind,
        EmailAddress to,
        Optional<AwardId> award,
        String detail,
        Locale locale,
        Instant createdAt,
        int attempts,
        Optional<Instant> nextAttemptAt,
        Optional<String> lastError) {

    /** What a notice tells. */
    public enum Kind {
        /** A badge was awarded. */
        AWARDED,
        /** A badge expires soon. */
        EXPIRING,
        /** The password was changed. */
        PASSWORD_CHANGED,
        /** The password was recovered with a code. */
        PASSWORD_RECOVERED,
        /** An address was added. */
        EMAIL_ADDED,
        /** An address was removed. */
        EMAIL_REMOVED,
        /** Another address is the primary one. */
        PRIMARY_EMAIL_CHANGED,
        /** A social account was linked. */
        IDENTITY_LINKED,
        /** A social account was unlinked. */
        IDENTITY_UNLINKED,
        /** Another account was merged into this one. */
        ACCOUNTS_MERGED,
        /** The account was erased. */
        ACCOUNT_ERASED
    }

    /** A new one, due at once. */
    public static Notice of(
            RecipientKey recipient,
            UUID id,
            Kind kind,
            EmailAddress to,
            Optional<AwardId> award,
            String detail,
            Locale locale,
            Instant now) {
        return new Notice(recipient, id, kind, to, award, detail, locale, now, 0, Optional.of(now), Optional.empty());
    }

    /** The same, due at another time. */
    public Notice dueAt(Instant then) {
        return attempted(attempts, Optional.of(then), lastError);
    }

    /** The same after a claim: one more attempt, and due again when the lease ends. */
    public Notice leased(Instant until) {
        return attempted(attempts + 1, Optional.of(until), lastError);
    }

    /** The same after a delivery that failed; given up if there is no next time. */
    public Notice failed(Optional<Instant> retryAt, String error) {
        return attempted(attempts, retryAt, Optional.of(error));
    }

    private Notice attempted(int count, Optional<Instant> next, Optional<String> error) {
        return new Notice(recipient, id, kind, to, award, detail, locale, createdAt, count, next, error);
    }
}
