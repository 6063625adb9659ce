package dev.badgr.openbadges;

import dev.badgr.award.IdentityHash;
import java.util.Objects;

/**
 * Whom a badge says that it was issued to (Open Badges 2.0, IdentityObject; 3.0, IdentityObject and {@code credentialSubject.id}).
 * {@code toString} shows no address.
 */
public sealed interface Recipient {
    /**
     * An address in clear, exactly as the badge has it.
     *
     * @param address not yet known to be an address
     */
    record Plain(String address) implements Recipient {
        public Plain {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public String toString() {
            return "Plain[]";
        }
    }

    /** The hash of an address. */
    record Hashed(IdentityHash hash) implements Recipient {
        public Hashed {
            Objects.requireNonNull(hash, "hash");
        }
    }

    /**
     * Something else than an address, such as a telephone number or a DID.
     *
     * @param type as the badge names it
     */
    record Other(String type) implements Recipient {
        public Other {
            Objects.requireNonNull(type, "type");
        }
    }
}
