package dev.badgr.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.jose.Base58;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whatever is changed in a signed badge, its proof fails; and so does what would hide a part of it from its readers. */
class TamperingTest {
    private static final JsonObject GOOD = Proofs.signed(Proofs.badge());

    @Test
    void theBadgeItselfIsGood() {
        assertThat(Proofs.proof(GOOD)).contains(Status.PASS);
    }

    @Test
    void eachByteOfTheSignature() {
        byte[] signature = Base58.parse(value(GOOD).substring(1));
        for (int i = 0; i < signature.length; i++) {
            byte[] other = signature.clone();
            other[i] ^= 1;
            assertFails(GOOD.with("proof", GOOD.object("proof").orElseThrow()
                    .with("proofValue", Json.of("z" + Base58.of(other)))), "byte " + i);
        }
    }

    @Test
    void eachByteOfADerivedProof() {
        JsonObject good = Proofs.resource("ecdsa/selective.json");
        byte[] value = Base64.getUrlDecoder().decode(value(good).substring(1));
        for (int i = 0; i < value.length; i++) {
            byte[] other = value.clone();
            other[i] ^= 1;
            String changed = "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(other);
            assertFails(
                    good.with("proof", good.object("proof").orElseThrow().with("proofValue", Json.of(changed))),
                    "byte " + i + " " + HexFormat.of().toHexDigits(value[i]));
        }
    }

    @Test
    void eachClaimOfABadge() {
        eachClaim(GOOD);
    }

    @Test
    void eachClaimOfASelection() {
        eachClaim(Proofs.resource("ecdsa/selective.json"));
    }

    private static void eachClaim(JsonObject good) {
        Json proof = good.get("proof").orElseThrow();
        List<Json> changed = changes(good.without("proof"));
        assertThat(changed).hasSizeGreaterThan(20);
        changed.forEach(one -> assertFails(((JsonObject) one).with("proof", proof), one.toString()));
        changes(proof).forEach(one -> assertThat(Proofs.proof(good.with("proof", one)))
                .as(one.toString())
                .isNotEqualTo(Optional.of(Status.PASS)));
    }

    @Test
    void anAddedPropertyAnywhere() {
        assertFailsEverywhere(object -> object.with("addition", Json.of("x")));
        assertFailsEverywhere(object -> object.with("description", Json.of("x")));
    }

    @Test
    void anAddedTypeAnywhere() {
        for (String type : List.of("Addition", "Image", "https://other.example/Type")) {
            assertFailsEverywhere(object -> object.with("type", with(object.list("type"), Json.of(type))));
        }
    }

    private static void assertFailsEverywhere(UnaryOperator<JsonObject> change) {
        JsonObject proof = GOOD.object("proof").orElseThrow();
        everyObject(GOOD.without("proof"), change)
                .forEach(one -> assertFails(one.with("proof", proof), one.toString()));
        assertThat(Proofs.proof(GOOD.with("proof", change.apply(proof)))).isNotEqualTo(Optional.of(Status.PASS));
    }

    @Test
    void whatIsMovedToAnotherSpelling() {
        Json until = GOOD.get("validUntil").orElseThrow();
        Json status = GOOD.get("credentialStatus").orElseThrow();
        String cred = "https://www.w3.org/2018/credentials#";
        JsonObject typed = Json.object(Map.of(
                "@value", until, "@type", Json.of("http://www.w3.org/2001/XMLSchema#dateTime")));
        JsonObject endless = GOOD.without("validUntil");
        JsonObject unrevoked = GOOD.without("credentialStatus");
        Json aliases = Json.object(Map.of(
                "until", Json.object(Map.of("@id", Json.of(cred + "validUntil"), "@type", Json.of("xsd:dateTime"))),
                "state", Json.of(cred + "credentialStatus")));
        for (JsonObject hidden : List.of(
                endless.with(cred + "validUntil", typed),
                endless.with("validUntil", typed),
                endless.with("@included", typed),
                unrevoked.with(cred + "credentialStatus", status),
                unrevoked.with("@reverse", status),
                withContext(endless, aliases).with("until", until),
                withContext(unrevoked, aliases).with("state", status),
                withContext(unrevoked, Json.object(Map.of("@vocab", Json.of(cred)))).with("status", status),
                withContext(unrevoked, Json.object(Map.of("@vocab", Json.of(cred + "credential")))).with("Status", status),
                GOOD.with("@id", GOOD.get("id").orElseThrow()).without("id"),
                GOOD.with("@type", GOOD.get("type").orElseThrow()).without("type"))) {
            assertFails(hidden, hidden.toString());
        }
    }

    private static JsonObject withContext(JsonObject credential, Json context) {
        return credential.with("@context", with(credential.list("@context"), context));
    }

    private static Json with(List<Json> values, Json more) {
        List<Json> all = new ArrayList<>(values);
        all.add(more);
        return new Json.Array(all);
    }

    private static String value(JsonObject credential) {
        return credential.object("proof").flatMap(proof -> proof.text("proofValue")).orElseThrow();
    }

    private static void assertFails(JsonObject changed, String what) {
        assertThat(Proofs.proof(changed)).as(what).contains(Status.FAIL);
    }

    /** The same with one value changed, for each value. */
    private static List<Json> changes(Json value) {
        if (value instanceof JsonObject object) {
            List<Json> all = new ArrayList<>();
            object.members().forEach((name, member) -> {
                // What the key is of, and whose, is for the line about the key.
                if (!name.equals("verificationMethod") && !name.equals("@context")) {
                    changes(member).forEach(one -> all.add(object.with(name, one)));
                    all.add(object.without(name));
                }
            });
            return all;
        } else if (value instanceof Json.Array array) {
            return changesOf(array);
        }
        return List.of(value instanceof Json.Text text ? Json.of(text.value() + "x") : Json.of("other"));
    }

    private static List<Json> changesOf(Json.Array array) {
        List<Json> all = new ArrayList<>();
        for (int i = 0; i < array.values().size(); i++) {
            int at = i;
            Function<Json, Json> put = one -> {
                List<Json> values = new ArrayList<>(array.values());
                values.set(at, one);
                return new Json.Array(values);
            };
            changes(array.values().get(i)).stream().map(put).forEach(all::add);
        }
        return all;
    }

    /** The same with one object changed, for each object. */
    private static List<JsonObject> everyObject(JsonObject object, UnaryOperator<JsonObject> change) {
        List<JsonObject> all = new ArrayList<>(List.of(change.apply(object)));
        object.members().forEach((name, member) -> {
            if (member instanceof JsonObject inner) {
                everyObject(inner, change).forEach(one -> all.add(object.with(name, one)));
            } else if (member instanceof Json.Array array && array.values().size() == 1
                    && array.values().get(0) instanceof JsonObject inner) {
                everyObject(inner, change).forEach(one -> all.add(object.with(name, new Json.Array(List.of(one)))));
            }
        });
        return all;
    }
}
