package dev.badgr.jdbc;

import dev.badgr.account.ExternalIdentity;
import dev.badgr.text.Sha256;

/** What names a social account in a short column: a hash of its issuer and subject. */
final class IdentityKey {
    private IdentityKey() {}

    /** 43 characters of base64url. No issuer holds a line feed, so no two identities have one text. */
    static String of(ExternalIdentity identity) {
        return Sha256.base64Url(identity.issuer() + "\n" + identity.subject());
    }
}
