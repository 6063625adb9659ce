package dev.badgr;

import dev.badgr.account.ExternalIdentity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the host's OpenID Connect client has validated: the claims of an ID token (OpenID Connect Core 1.0, 5.1). badgr
 * trusts the host that signature, audience, nonce and times were checked.
 *
 * @param identity {@code iss} and {@code sub}
 * @param email {@code email}, or what the person typed where the claim is missing
 * @param emailVerified {@code email_verified}: {@code true} only if it is the JSON value {@code true}
 */
public record OidcClaims(
        ExternalIdentity identity, @Nullable String email, boolean emailVerified) {
    public OidcClaims {
        Objects.requireNonNull(identity, "identity");
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "OidcClaims[" + identity.issuer() + "]";
    }
}
