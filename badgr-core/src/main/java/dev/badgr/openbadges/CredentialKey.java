package dev.badgr.openbadges;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes two copies the same badge: the id of the issuer and the id of the credential, percent escapes undone once and blanks
 * around them cut off (Open Badges 3.0, 10, Credential equality and comparison algorithm; for 2.0 the ids of issuer and assertion
 * in the same way). Two badges are the same if their keys are equal.
 *
 * @param issuer the id of the issuer, as it is compared
 * @param credential the id of the credential or assertion, as it is compared
 */
public record CredentialKey(String issuer, String credential) {
    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    public CredentialKey {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(credential, "credential");
    }

    /** The key of these ids as a badge has them. */
    public static CredentialKey of(String issuer, String credential) {
        return new CredentialKey(comparable(issuer), comparable(credential));
    }

    /** The key of what a badge says. */
    public static CredentialKey of(Credential credential) {
        return of(credential.issuer().id(), credential.id());
    }

    private static String comparable(String id) {
        return ESCAPES.matcher(id)
                .replaceAll(found -> Matcher.quoteReplacement(unescaped(found.group())))
                .strip();
    }

    /** Octets that are no UTF-8 stay escaped: what they stand for nobody knows. */
    private static String unescaped(String escapes) {
        byte[] octets = HexFormat.of().parseHex(escapes.replace("%", ""));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            return escapes;
        }
    }
}
