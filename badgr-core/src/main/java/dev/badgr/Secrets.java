package dev.badgr;

import dev.badgr.email.EmailKey;
import dev.badgr.email.HmacKey;
import java.security.SecureRandom;
import java.util.Objects;

/**
 * The two secrets that the host keeps outside the database, the same on all its servers. {@code toString} shows neither.
 *
 * @param codes under which codes are stored; at most as old as the host likes
 * @param recipients under which addresses are named, and with which links are signed that stop mails; stays for the life of the
 *     installation, and a start with another one is refused
 */
public record Secrets(HmacKey codes, HmacKey recipients) {
    public Secrets {
        Objects.requireNonNull(codes, "codes");
        Objects.requireNonNull(recipients, "recipients");
    }

    /** From the base64 forms of 32 bytes each. */
    public static Secrets fromBase64(String codes, String recipients) {
        return new Secrets(HmacKey.fromBase64(codes), HmacKey.fromBase64(recipients));
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
