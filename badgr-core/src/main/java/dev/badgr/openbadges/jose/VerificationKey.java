package dev.badgr.openbadges.jose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;

/**
 * A public key, and the one algorithm that it is for: a key that says itself what it is for can't be talked into another (RFC 8725,
 * 3.1).
 *
 * @param algorithm what it verifies
 * @param key of the JDK
 */
public record VerificationKey(SignatureAlgorithm algorithm, PublicKey key) {
    private static final int SHORTEST_RSA = 2048;
    private static final int LONGEST_RSA = 8192;

    /** @throws IllegalArgumentException for a key of another kind or size */
    public VerificationKey {
        if (!algorithm.equals(of(key))) {
            throw new IllegalArgumentException("key: of another kind than its algorithm");
        }
    }

    /** The key with its algorithm. @throws IllegalArgumentException if badgr verifies nothing with it */
    public static VerificationKey ofKey(PublicKey key) {
        return new VerificationKey(of(key), key);
    }

    /** Whether this is the signature of these bytes. */
    public boolean verifies(byte[] signature, byte[] signed) {
        try {
            Signature judge = Signature.getInstance(algorithm.jdk());
            judge.initVerify(key);
            judge.update(signed);
            return judge.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm.jdk(), e);
        }
    }

    private static SignatureAlgorithm of(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (bits >= SHORTEST_RSA && bits <= LONGEST_RSA && isSound(rsa.getPublicExponent())) {
                return SignatureAlgorithm.RS256;
            }
        } else if (key instanceof ECPublicKey ec) {
            int bits = ec.getParams().getOrder().bitLength();
            if (bits == 256 || bits == 384) {
                return bits == 256 ? SignatureAlgorithm.ES256 : SignatureAlgorithm.ES384;
            }
        } else if (key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519")) {
            return SignatureAlgorithm.EDDSA;
        }
        throw new IllegalArgumentException("key: neither RSA (2,048 to 8,192 bits), P-256, P-384 nor Ed25519");
    }

    /** With an exponent of 1 anybody could sign; the JDK takes it. */
    private static boolean isSound(BigInteger exponent) {
        return exponent.testBit(0) && exponent.compareTo(BigInteger.TWO) > 0 && exponent.bitLength() <= 64;
    }
}
