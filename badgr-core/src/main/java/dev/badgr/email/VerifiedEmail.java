package dev.badgr.email;

import java.time.Instant;
import java.util.Objects;

/**
 * An address that an account has proven. A mailbox is verified on at most one account.
 *
 * @param address as the person typed it
 * @param recipient its stored name
 * @param verifiedAt when its code was confirmed or its issuer vouched for it
 */
public record VerifiedEmail(EmailAddress address, RecipientKey recipient, Instant verifiedAt) {
    public VerifiedEmail {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(verifiedAt, "verifiedAt");
    }

    /** The mailbox's key. */
    public EmailKey key() {
        return address.key();
    }
}
