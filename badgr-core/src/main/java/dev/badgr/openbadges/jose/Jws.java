package dev.badgr.openbadges.jose;

import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.text.Base64Url;
import dev.badgr.text.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JSON Web Signature in its compact form (RFC 7515, 3.1), read but not yet verified. Immutable.
 *
 * @param header the protected header
 * @param payload the bytes that were signed, decoded
 * @param signed the bytes that the signature is of
 * @param signature its bytes
 */
public record Jws(JsonObject header, Bytes payload, Bytes signed, Bytes signature) {
    /** What would let the signer choose the key, or change how the rest is read (RFC 8725, 3.10). */
    private static final List<String> FORBIDDEN = List.of("jku", "x5u", "crit", "b64", "zip");

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
    private static final int LONGEST = 4 * JsonReader.LONGEST / 3 + 10_000;

    /** Whether a text has the form of one. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** Reads one. @throws Malformed if it is none */
    public static Jws parse(String compact) {
        if (!isOne(compact)) {
            throw new Malformed("is no JWS in compact form");
        }
        int first = compact.indexOf('.');
        int last = compact.lastIndexOf('.');
        return new Jws(
                JsonReader.object(decode(compact.substring(0, first))),
                Bytes.of(decode(compact.substring(first + 1, last))),
                Bytes.of(compact.substring(0, last)),
                Bytes.of(decode(compact.substring(last + 1))));
    }

    /** The algorithm that the header names, if it is an allowed one. */
    public Optional<SignatureAlgorithm> algorithm() {
        return header.text("alg").flatMap(SignatureAlgorithm::ofJose);
    }

    /** Why no key may verify it, whatever the signature is. */
    public Optional<String> objection() {
        if (algorithm().isEmpty()) {
            return Optional.of("the algorithm is none of RS256, ES256, ES384 and EdDSA");
        }
        return FORBIDDEN.stream()
                .filter(header::has)
                .findFirst()
                .map(name -> "the header has " + name + ", which no badge may have");
    }

    /** Whether it was signed with the secret half of this key, by the algorithm that both name. */
    public boolean isSignedBy(VerificationKey key) {
        return objection().isEmpty()
                && algorithm().equals(Optional.of(key.algorithm()))
                && key.verifies(signature.toArray(), signed.toArray());
    }

    @Override
    public String toString() {
        return "Jws[" + header.text("alg").orElse("") + "]";
    }

    private static byte[] decode(String part) {
        try {
            return Base64Url.parse(part);
        } catch (IllegalArgumentException e) {
            throw new Malformed("is no JWS: a part is not in base64url");
        }
    }
}
