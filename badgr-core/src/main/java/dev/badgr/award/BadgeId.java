package dev.badgr.award;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names a badge: its issuer, and the issuer's short name for it.
 *
 * @param issuer who awards it
 * @param name 1 to 100 of {@code a-z 0-9 . _ -}
 */
public record BadgeId(IssuerId issuer, String name) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    public BadgeId {
        Objects.requireNonNull(issuer, "issuer");
        if (!SLUG.matcher(name).matches()) {
            throw new IllegalArgumentException("badge: 1 to 100 of a-z 0-9 . _ - and no sign first");
        }
    }

    /** Reads {@code issuer/name} back. */
    public static BadgeId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("badge: must be issuer/name");
        }
        return new BadgeId(new IssuerId(text.substring(0, slash)), text.substring(slash + 1));
    }

    /** {@code issuer/name}. */
    @Override
    public String toString() {
        return issuer + "/" + name;
    }
}
