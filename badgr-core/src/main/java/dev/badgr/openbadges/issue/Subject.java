package dev.badgr.openbadges.issue;

import dev.badgr.email.EmailAddress;
import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.text.Sha256;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom a badge is issued to, as the document says it (Open Badges 2.0 and 3.0, IdentityObject). {@code toString} shows no address.
 *
 * @param address the address, in the spelling to which the badge was awarded
 * @param salt what is hashed with it; empty if the address is to be read in clear
 * @param id who it is in 3.0: a DID or URN
 */
public record Subject(EmailAddress address, Optional<String> salt, URI id) {
    private static final String TYPE = "email";

    public Subject {
        Objects.requireNonNull(address, "address");
        salt.ifPresent(Subject::requireSalt);
        if (!id.isAbsolute()) {
            throw new IllegalArgumentException("subject.id: an absolute URI");
        }
    }

    private static void requireSalt(String salt) {
        if (salt.isEmpty() || salt.length() > 100) {
            throw new IllegalArgumentException("salt: 1 to 100 characters");
        }
    }

    /** Hashed with this salt. */
    public static Subject hashed(EmailAddress address, String salt, URI id) {
        return new Subject(address, Optional.of(salt), id);
    }

    /** In clear. */
    public static Subject plain(EmailAddress address, URI id) {
        return new Subject(address, Optional.empty(), id);
    }

    JsonObject recipient() {
        return JsonMembers.of("type", TYPE)
                .and("hashed", salt.isPresent())
                .and("salt", salt)
                .and("identity", identity())
                .object();
    }

    JsonObject identifier() {
        return JsonMembers.of("type", "IdentityObject")
                .and("identityHash", identity())
                .and("identityType", "emailAddress")
                .and("hashed", salt.isPresent())
                .and("salt", salt)
                .object();
    }

    private String identity() {
        return salt.map(grains -> "sha256$" + Sha256.hex(address.text() + grains))
                .orElse(address.text());
    }
}
