package dev.badgr.openbadges.issue;

import java.security.PublicKey;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A public key under its issuer's name for it.
 *
 * @param name 1 to 50 of {@code a-z 0-9 . _ -}
 * @param key of a kind that Open Badges are signed with
 */
public record IssuerKey(String name, PublicKey key) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,49}");

    public IssuerKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("keyName: 1 to 50 of a-z 0-9 . _ - and no sign first");
        }
        Objects.requireNonNull(key, "key");
        WrittenKey.of(key);
    }

    WrittenKey written() {
        return WrittenKey.of(key);
    }
}
