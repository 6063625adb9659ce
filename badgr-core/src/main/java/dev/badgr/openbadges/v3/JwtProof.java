package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Findings;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Jws;
import dev.badgr.openbadges.jose.KeyResolver;
import dev.badgr.openbadges.jose.PublicKeys;
import dev.badgr.openbadges.jose.VerificationKey;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.Malformed;
import java.util.List;
import java.util.Optional;

/** The signature of a credential that came as a JWT (Open Badges 3.0, 8.2.6). */
final class JwtProof {
    private static final String SECTION = "OB 3.0, 8.2.6";

    private final Jws jws;
    private final Verification verification;

    JwtProof(Jws jws, Verification verification) {
        this.jws = jws;
        this.verification = verification;
    }

    /** Verifies the signature and returns the key that it was made with, if it is good. */
    List<Proofs.Signer> verify(Optional<String> issuer) {
        Optional<String> objection = jws.objection();
        if (objection.isPresent()) {
            findings().fail(CheckName.PROOF, objection.get(), SECTION);
            return List.of();
        }
        Optional<String> method = method(issuer);
        KeyResolver.Resolved named = method.map(id -> new KeyResolver(verification).resolve(id, "assertionMethod"))
                .orElseGet(JwtProof::nothing);
        if (named.key().isPresent()) {
            return verify(named.key().get(), method, named.controller(), named.found());
        }
        return jws.header().has("jwk") ? verifyByHeader(method, named) : keyless(named);
    }

    /** The id of the key: the {@code kid}, in full; without one, and without a key in the header, the issuer if its id is a key. */
    private Optional<String> method(Optional<String> issuer) {
        Optional<String> kid = jws.header().text("kid");
        if (kid.isPresent() && (kid.get().startsWith("did:") || kid.get().startsWith("https:"))) {
            return kid;
        } else if (jws.header().has("jwk")) {
            return Optional.empty();
        } else if (kid.isPresent()) {
            String fragment = kid.get().startsWith("#") ? kid.get() : "#" + kid.get();
            return issuer.map(id -> id + fragment);
        }
        return issuer.filter(IssuerBinding::isKey);
    }

    /**
     * The key may come along in the header: that shows that nobody has changed the credential, but not who made it. It has no id, since
     * whoever writes the header could give it any.
     */
    private List<Proofs.Signer> verifyByHeader(Optional<String> method, KeyResolver.Resolved named) {
        try {
            JsonObject jwk = jws.header().object("jwk").orElseThrow(() -> new Malformed("the jwk is no object"));
            String found =
                    method.isPresent() ? named.found() + "; the header brings a key" : "the header brings the key";
            return verify(PublicKeys.ofJwk(jwk), Optional.empty(), Optional.empty(), found);
        } catch (Malformed e) {
            return keyless(new KeyResolver.Resolved(Optional.empty(), Optional.empty(), false, e.reason()));
        }
    }

    private List<Proofs.Signer> verify(
            VerificationKey key, Optional<String> method, Optional<String> controller, String found) {
        findings().pass(CheckName.VERIFICATION_METHOD, found, SECTION);
        if (!jws.isSignedBy(key)) {
            findings().fail(CheckName.PROOF, "the signature is not that of the key", SECTION);
            return List.of();
        }
        findings()
                .pass(
                        CheckName.PROOF,
                        "the JWT is signed with " + key.algorithm().jose(),
                        SECTION);
        return List.of(new Proofs.Signer(method, Optional.of(key), controller));
    }

    private List<Proofs.Signer> keyless(KeyResolver.Resolved named) {
        if (named.isUndecided()) {
            findings().unknown(CheckName.VERIFICATION_METHOD, named.found(), SECTION);
            findings().unknown(CheckName.PROOF, "the signature could not be verified without its key", SECTION);
        } else {
            findings().fail(CheckName.VERIFICATION_METHOD, named.found(), SECTION);
            findings().fail(CheckName.PROOF, "there is no key to verify the signature with", SECTION);
        }
        return List.of();
    }

    private Findings findings() {
        return verification.findings();
    }

    private static KeyResolver.Resolved nothing() {
        return new KeyResolver.Resolved(
                Optional.empty(), Optional.empty(), false, "the header names no key and brings none");
    }
}
