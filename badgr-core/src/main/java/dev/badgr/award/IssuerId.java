package dev.badgr.award;

import java.util.regex.Pattern;

/**
 * The host's short name for an issuer, such as {@code plp}.
 *
 * @param value 1 to 50 of {@code a-z 0-9 . _ -}; those that begin with {@code ext-} are badgr's own
 */
public record IssuerId(String value) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,49}");

    /** What the names of issuers begin with that people brought badges of. */
    public static final String ELSEWHERE = "ext-";

    public IssuerId {
        if (!SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException("issuer: 1 to 50 of a-z 0-9 . _ - and no sign first");
        }
    }

    /**
     * The name of an issuer that badgr knows only from badges that people brought; no host gives such a name to its own.
     *
     * @param hash hexadecimal digits in lower case; at most 46
     */
    public static IssuerId ofElsewhere(String hash) {
        return new IssuerId(ELSEWHERE + hash);
    }

    /** Whether it is such an issuer: then no host may award, revoke or readdress in its name. */
    public boolean isElsewhere() {
        return value.startsWith(ELSEWHERE);
    }

    @Override
    public String toString() {
        return value;
    }
}
