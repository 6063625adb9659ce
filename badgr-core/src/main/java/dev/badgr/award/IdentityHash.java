package dev.badgr.award;

import dev.badgr.text.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hash by which a badge from elsewhere names its recipient (Open Badges 2.0, IdentityObject and IdentityHash; 3.0,
 * IdentityObject): of the address in whatever spelling the issuer had, and a salt after it. It hides an address from nobody who
 * can guess it, so {@code toString} shows only the algorithm.
 *
 * @param algorithm how it was hashed
 * @param digest hexadecimal digits in lower case
 * @param salt what follows the address; empty if nothing does. At most 1,000 characters
 */
public record IdentityHash(Algorithm algorithm, String digest, String salt) {
    /** What the specification allows. MD5 is broken as a proof; here it only says which of the person's own addresses is meant. */
    public enum Algorithm {
        /** RFC 1321. */
        MD5("MD5", 32),
        /** FIPS 180-4. */
        SHA256("SHA-256", 64);

        private final String name;
        private final int digits;

        Algorithm(String name, int digits) {
            this.name = name;
            this.digits = digits;
        }
    }

    private static final Pattern FORM = Pattern.compile("(md5|sha256)\\$([0-9a-f]{32}|[0-9a-f]{64})");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]+");
    private static final int LONGEST = 100;
    private static final int LONGEST_SALT = 1000;

    /** @throws InvalidValue for the field {@code recipient} */
    public IdentityHash {
        Objects.requireNonNull(algorithm, "algorithm");
        boolean complete =
                digest.length() == algorithm.digits && DIGEST.matcher(digest).matches();
        if (!complete || salt.length() > LONGEST_SALT) {
            throw malformed();
        }
    }

    /**
     * Reads what a badge has.
     *
     * @param identity such as {@code sha256$ecf5..}, in great or small letters; {@code null} is refused
     * @param salt what the badge has as its salt; {@code null} if it has none
     * @throws InvalidValue for the field {@code recipient}
     */
    public static IdentityHash parse(@Nullable String identity, @Nullable String salt) {
        if (identity == null || identity.length() > LONGEST) {
            throw malformed();
        }
        Matcher parts = FORM.matcher(identity.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw malformed();
        }
        Algorithm algorithm = Algorithm.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        return new IdentityHash(
                algorithm, parts.group(2), Optional.ofNullable(salt).orElse(""));
    }

    /** Whether it is the hash of exactly this spelling. */
    public boolean matches(String spelling) {
        byte[] hash = digester().digest((spelling + salt).getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(hash, HexFormat.of().parseHex(digest));
    }

    @Override
    public String toString() {
        return "IdentityHash[" + algorithm + "]";
    }

    private MessageDigest digester() {
        try {
            return MessageDigest.getInstance(algorithm.name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm.name, e);
        }
    }

    private static InvalidValue malformed() {
        return new InvalidValue("recipient", "identity-hash.format");
    }
}
