package dev.badgr.examples.walkthrough;

import dev.badgr.openbadges.issue.CredentialSigner;
import dev.badgr.openbadges.issue.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;

/** Keys to sign badges with. A real issuer keeps its key; here each run has new issuers. */
final class Keys {
    private Keys() {}

    static CredentialSigner ed25519(String name) {
        try {
            return SigningKey.of(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }
}
