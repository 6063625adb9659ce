package dev.badgr.openbadges.jose;

import java.util.Arrays;
import java.util.Optional;

/** The signatures that badgr makes and verifies (RFC 7518, 3.1; RFC 8037; Open Badges 3.0, 8.2). There is no {@code none} and no HMAC. */
public enum SignatureAlgorithm {
    /** RSA with SHA-256, PKCS #1 v1.5. */
    RS256("RS256", "SHA256withRSA"),
    /** ECDSA on P-256 with SHA-256. */
    ES256("ES256", "SHA256withECDSAinP1363Format"),
    /** ECDSA on P-384 with SHA-384. */
    ES384("ES384", "SHA384withECDSAinP1363Format"),
    /** Ed25519. */
    EDDSA("EdDSA", "Ed25519");

    private final String jose;
    private final String jdk;

    SignatureAlgorithm(String jose, String jdk) {
        this.jose = jose;
        this.jdk = jdk;
    }

    /** Its name in a JWS header. */
    public String jose() {
        return jose;
    }

    /** Its name in the JDK. */
    public String jdk() {
        return jdk;
    }

    /** The one of that name in a JWS header; none for what is not allowed. Also {@code Ed25519} (RFC 9864). */
    public static Optional<SignatureAlgorithm> ofJose(String name) {
        return name.equals("Ed25519")
                ? Optional.of(EDDSA)
                : Arrays.stream(values()).filter(one -> one.jose.equals(name)).findFirst();
    }
}
