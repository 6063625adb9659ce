package dev.badgr.award;

import java.util.regex.Pattern;

/**
 * The host's short name for an issuer, such as {@code plp}.
 *
 * @param value 1 to 50 of {@code a-z 0-9 . _ -}
 */
public record IssuerId(String value) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,49}");

    public IssuerId {
        if (!SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException("issuer: 1 to 50 of a-z 0-9 . _ - and no sign first");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
