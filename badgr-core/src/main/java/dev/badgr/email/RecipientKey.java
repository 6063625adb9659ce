package dev.badgr.email;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;

/**
 * The stored name of a mailbox: 16 bytes of HMAC-SHA-256 of its {@link EmailKey} under the installation's secret. It
 * shows nothing about the address to whoever lacks the secret, spreads evenly, and stays for the life of the
 * installation.
 *
 * @param value the 16 bytes, carried as a UUID because every database stores that in 16 bytes; not an RFC 9562 UUID
 */
public record RecipientKey(UUID value) {
    public RecipientKey {
        Objects.requireNonNull(value, "value");
    }

    /** The key of a mailbox in the installation that has this secret. */
    public static RecipientKey of(EmailKey address, HmacKey installationSecret) {
        ByteBuffer mac = ByteBuffer.wrap(installationSecret.mac("recipient", address.value()));
        return new RecipientKey(new UUID(mac.getLong(), mac.getLong()));
    }
}
