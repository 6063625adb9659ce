package dev.badgr.openbadges.issue;

import java.security.PublicKey;

/**
 * Signs what an issuer issues. A host whose secret keys don't leave a security module implements it; with a key of the JDK it takes
 * {@link SigningKey}. Must be safe for use by many threads.
 *
 * <p>The public key says what is signed with: RS256 with RSA of 2,048 bits and more, ES256 with P-256, ES384 with P-384, EdDSA with
 * Ed25519 (RFC 7518, 3.1; RFC 8037). RS256 is what every verifier must know (Open Badges 3.0, 8.2.3); the embedded proof needs Ed25519.
 */
public interface CredentialSigner {
    /** The issuer's name for the key, such as {@code key-1}: a new key needs a new one. 1 to 50 of {@code a-z 0-9 . _ -}. */
    String keyName();

    /** With which others verify. */
    PublicKey publicKey();

    /**
     * Signs bytes.
     *
     * @return the signature as JOSE has it: with ECDSA the two numbers side by side (RFC 7518, 3.4), not in DER
     * @throws RuntimeException if it can't sign; it goes through to the caller of the verb
     */
    byte[] sign(byte[] content);
}
