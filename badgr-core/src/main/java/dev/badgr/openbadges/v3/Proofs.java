package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.VerificationKey;
import dev.badgr.openbadges.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** What is judged by JSON-LD. */
interface Proofs {
    /**
     * A key that a good signature was made with.
     *
     * @param method its id; empty for a key that only came along with the signature
     * @param key itself; empty if it is not known to the caller
     * @param controller whose it is, where that one's own document or DID says so
     */
    record Signer(Optional<String> method, Optional<VerificationKey> key, Optional<String> controller) {}

    /** Verifies all proofs in the document, of which there is at least one; writes what was found, and returns the keys of the good ones. */
    List<Signer> verify(JsonObject document, Verification verification);

    /** Writes which properties and types the contexts of a document without proofs do not define. */
    void checkTerms(JsonObject document, Verification verification);
}
