package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.DidWeb;
import dev.badgr.openbadges.jose.KeyDocument;
import dev.badgr.openbadges.jose.KeyResolver;
import dev.badgr.openbadges.jose.VerificationKey;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.Malformed;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whether the issuer itself stands behind the key that a credential was signed with. */
final class IssuerBinding {
    private static final String SECTION = "VCDM 2.0, A.6; CID 1.0, 3.3";
    private static final String PURPOSE = "assertionMethod";

    private final String issuer;
    private final Verification verification;

    IssuerBinding(String issuer, Verification verification) {
        this.issuer = issuer;
        this.verification = verification;
    }

    /** Writes a line for the best of the keys; there is none if no signature is good. */
    void check(List<Proofs.Signer> signers) {
        if (signers.isEmpty()) {
            return;
        }
        if (signers.stream().anyMatch(this::isBound)) {
            add(Status.PASS, "the key is the issuer's own");
        } else if (document().isPresent()) {
            add(Status.WARN, "the issuer's document does not name the key");
        } else if (isKey(issuer)) {
            add(Status.WARN, "the key is not that of the issuer's DID");
        } else {
            add(Status.UNKNOWN, "the issuer has no document that could name the key");
        }
    }

    private boolean isBound(Proofs.Signer signer) {
        return signer.controller().equals(Optional.of(issuer))
                || (isKey(issuer) && signer.key().isPresent() && signer.key().equals(ownKey()))
                || document()
                        .filter(one -> KeyDocument.names(one, signer.method(), signer.key(), PURPOSE))
                        .isPresent();
    }

    /** Whether the id of an issuer is a key. */
    static boolean isKey(String issuer) {
        return issuer.startsWith("did:key:") || issuer.startsWith("did:jwk:");
    }

    private Optional<VerificationKey> ownKey() {
        return new KeyResolver(verification).resolve(issuer, PURPOSE).key();
    }

    private Optional<JsonObject> document() {
        return location()
                .map(verification::fetch)
                .filter(Fetched.Document.class::isInstance)
                .flatMap(Verification::json)
                .filter(document -> document.text("id").equals(Optional.of(issuer)));
    }

    private Optional<URI> location() {
        try {
            return issuer.startsWith("did:web:")
                    ? Optional.of(DidWeb.location(issuer))
                    : Verification.uri(issuer).filter(uri -> "https".equals(uri.getScheme()));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private void add(Status status, String found) {
        verification.findings().add(CheckName.ISSUER_BINDING, status, found, SECTION);
    }
}
