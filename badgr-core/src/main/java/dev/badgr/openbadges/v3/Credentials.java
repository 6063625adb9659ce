package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Jws;
import dev.badgr.openbadges.json.JsonObject;
import java.util.Optional;

/** Verifies credentials of Open Badges 3.0: badges, endorsements, and lists of their status. Safe for use by many threads. */
public final class Credentials {
    private Credentials() {}

    /**
     * Verifies a credential with embedded proofs.
     *
     * @param verification where the lines are written
     * @return what it says; empty if it is no badge, or lacks what a badge must say
     */
    public static Optional<Credential> verify(JsonObject document, Verification verification) {
        return new CredentialCheck(verification, new EmbeddedProofs()).verify(new Received(document, Optional.empty()));
    }

    /**
     * Verifies a credential that is signed as a JWT.
     *
     * @param verification where the lines are written
     * @return what it says; empty if it is no badge, or lacks what a badge must say
     */
    public static Optional<Credential> verify(Jws jws, Verification verification) {
        CredentialCheck check = new CredentialCheck(verification, new EmbeddedProofs());
        return Received.of(jws, verification).flatMap(check::verify);
    }
}
