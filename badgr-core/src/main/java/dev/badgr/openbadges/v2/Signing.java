package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Findings;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Jws;
import dev.badgr.openbadges.jose.VerificationKey;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.v2.Issuers.Issuer;
import dev.badgr.openbadges.v2.Keys.Found;
import java.util.List;
import java.util.Optional;

/** The signature of an assertion, and whose key made it (Open Badges 2.0, SignedBadge Verification). For one verification. */
final class Signing {
    private static final String SECTION = "OB 2.0, SignedBadge Verification";
    private static final int MOST_KEYS = 4;

    private final Keys keys;
    private final Verification verification;
    private final Findings findings;

    Signing(Verification verification) {
        this.keys = new Keys(verification);
        this.verification = verification;
        this.findings = verification.findings();
    }

    /** Writes whether the issuer has signed it. */
    void judge(Jws jws, JsonObject assertion, Optional<Issuer> issuer) {
        Optional<String> objection = jws.objection();
        if (objection.isPresent()) {
            findings.fail(CheckName.PROOF, objection.get(), SECTION);
            return;
        }
        Optional<JsonObject> profile = issuer.filter(Issuer::isOwn).map(Issuer::profile);
        Optional<String> creator = creator(assertion);
        if (profile.isEmpty()) {
            findings.unknown(CheckName.ISSUER_BINDING, "the issuer's own profile could not be asked", SECTION);
            findings.unknown(CheckName.VERIFICATION_METHOD, "no key is known to be the issuer's", SECTION);
            creator.ifPresent(id -> proof(jws, List.of(keys.at(id))));
        } else {
            judge(
                    jws,
                    named(profile.get(), assertion, creator),
                    creator,
                    issuer.get().id());
        }
    }

    private void judge(Jws jws, List<Json> named, Optional<String> creator, String owner) {
        if (named.isEmpty()) {
            findings.fail(CheckName.VERIFICATION_METHOD, "the issuer's profile names no such key", SECTION);
            findings.fail(CheckName.ISSUER_BINDING, "the issuer's profile does not name the key", SECTION);
            creator.ifPresent(id -> proof(jws, List.of(keys.at(id))));
            return;
        }
        List<Found> found = named.stream()
                .limit(MOST_KEYS)
                .map(value -> keys.named(value, owner))
                .toList();
        method(found);
        if (proof(jws, found)) {
            findings.pass(CheckName.ISSUER_BINDING, "the issuer's profile names the key", SECTION);
        } else {
            findings.unknown(CheckName.ISSUER_BINDING, "no key of the issuer's has made the signature", SECTION);
        }
    }

    /** The keys that may have made it: what the issuer's own profile names, and of these the one that the assertion names, if it does. */
    private List<Json> named(JsonObject profile, JsonObject assertion, Optional<String> creator) {
        List<Json> all = profile.list("publicKey");
        if (all.isEmpty() && assertion.has("uid") && creator.isPresent()) {
            return creator.filter(id -> isBeside(id, profile)).map(this::unnamed).stream()
                    .toList();
        }
        boolean isFree = assertion
                .object("verification")
                .map(said -> !said.has("creator"))
                .orElse(true);
        return all.stream()
                .filter(key -> isFree || isIt(key, creator.orElse("")))
                .toList();
    }

    private Json unnamed(String id) {
        verification.failIfStrict(
                CheckName.VERIFICATION_METHOD,
                "the key lies beside the issuer's profile, which names none, as before 2.0",
                SECTION);
        return Json.of(id);
    }

    /** Before 2.0 no profile named keys: the key had to lie beside the profile. */
    private static boolean isBeside(String id, JsonObject profile) {
        return Web.isUrl(id) && Web.authority(id).equals(profile.text("id").flatMap(Web::authority));
    }

    private static boolean isIt(Json key, String creator) {
        return Keys.id(key).map(id -> Web.isSame(id, creator)).orElse(false);
    }

    private static Optional<String> creator(JsonObject assertion) {
        return assertion
                .object("verification")
                .flatMap(said -> said.get("creator"))
                .flatMap(Keys::id);
    }

    private void method(List<Found> found) {
        if (found.stream().anyMatch(one -> one.key().isPresent())) {
            findings.pass(CheckName.VERIFICATION_METHOD, "the issuer's profile names a key", SECTION);
        } else if (found.stream().anyMatch(Found::isUndecided)) {
            findings.unknown(CheckName.VERIFICATION_METHOD, found.get(0).found(), SECTION);
        } else {
            findings.fail(CheckName.VERIFICATION_METHOD, found.get(0).found(), SECTION);
        }
    }

    private boolean proof(Jws jws, List<Found> found) {
        List<VerificationKey> usable =
                found.stream().flatMap(one -> one.key().stream()).toList();
        boolean isGood = usable.stream().anyMatch(jws::isSignedBy);
        if (isGood) {
            findings.pass(CheckName.PROOF, "the signature is good", SECTION);
        } else if (found.stream().anyMatch(Found::isUndecided)) {
            findings.unknown(CheckName.PROOF, "the key could not be had", SECTION);
        } else {
            findings.fail(
                    CheckName.PROOF,
                    usable.isEmpty() ? "there is no key to verify it" : "the signature is wrong",
                    SECTION);
        }
        return isGood;
    }
}
