package dev.badgr.openbadges.issue;

import dev.badgr.openbadges.jose.VerificationKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Objects;

/** A key pair of the JDK to sign with. {@code toString} shows nothing of the secret half. Immutable and safe for use by many threads. */
public final class SigningKey implements CredentialSigner {
    private static final byte[] PROBE = {1};

    private final String name;
    private final VerificationKey verifier;
    private final PrivateKey secret;

    private SigningKey(String name, KeyPair pair) {
        this.name = Objects.requireNonNull(name, "name");
        this.verifier = VerificationKey.ofKey(pair.getPublic());
        this.secret = Objects.requireNonNull(pair.getPrivate(), "private key");
    }

    /**
     * A key under the issuer's name for it.
     *
     * @throws IllegalArgumentException if the pair is of a kind that Open Badges are not signed with, or its halves are of two pairs
     */
    public static SigningKey of(String name, KeyPair pair) {
        SigningKey key = new SigningKey(name, pair);
        if (!key.verifier.verifies(key.sign(PROBE), PROBE)) {
            throw new IllegalArgumentException("pair: its halves don't belong together");
        }
        return key;
    }

    @Override
    public String keyName() {
        return name;
    }

    @Override
    public PublicKey publicKey() {
        return verifier.key();
    }

    @Override
    public byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(verifier.algorithm().jdk());
            signature.initSign(secret);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("pair: its secret half can't sign", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + name + ", " + verifier.algorithm().jose() + "]";
    }
}
