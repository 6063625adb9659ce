package dev.badgr.jdbc;

import dev.badgr.account.ExternalIdentity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What names a social account in a short column: a hash of its issuer and subject. */
final class IdentityKey {
    private IdentityKey() {}

    /** 43 characters of base64url. No issuer holds a line feed, so no two identities have one text. */
    static String of(ExternalIdentity identity) {
        try {
            byte[] text = (identity.issuer() + "\n" + identity.subject()).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
