package dev.badgr.openbadges.v3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever comes in, a report comes out, and soon. */
class HostileCredentialsTest {
    private static final List<Json> ODD = List.of(
            new Json.Null(),
            new Json.Truth(true),
            new Json.Numeral("1e999999999"),
            new Json.Numeral("-0.0"),
            Json.of(""),
            Json.of("\u202e\n'\"%00"),
            Json.of("did:key:"),
            Json.of("did:jwk:e30"),
            Json.of("https://[::"),
            Json.of("mailto:"),
            Json.of("z".repeat(5000)),
            new Json.Array(List.of()),
            new Json.Array(List.of(new Json.Null(), new Json.Array(List.of()), Json.of("a"))),
            new JsonObject(Map.of()),
            new JsonObject(Map.of("id", new Json.Numeral("1"), "type", new Json.Null(), "@context", Json.of("x"))));

    private final Badges badges = new Badges();

    private static JsonObject full() {
        JsonObject badge = Badges.with(
                Badges.badge(),
                "credentialStatus",
                "{'id':'https://a.example/l#1','type':'BitstringStatusListEntry','statusPurpose':'revocation','statusListIndex':'1','statusListCredential':'https://a.example/l'}");
        return Badges.with(
                        Badges.with(
                                badge,
                                "refreshService",
                                "{'id':'https://a.example/r','type':'1EdTechCredentialRefresh'}"),
                        "credentialSchema",
                        "[{'id':'https://a.example/s','type':'1EdTechJsonSchemaValidator2019'}]")
                .with("endorsement", Badges.endorsement(Badges.ISSUER, Badges.ID));
    }

    /** One odd value anywhere, in what came and in what is fetched. */
    @Property(tries = 100)
    void anythingMayStandAnywhere(@ForAll long seed) {
        Random random = new Random(seed);
        Badges odd = new Badges();
        JsonObject proven = Badges.proven(full(), Badges.KEY);
        JsonObject changed = object(proven, random);
        odd.serve("https://a.example/l", Badges.text(changed(proven, random)));
        odd.serve("https://a.example/r", Badges.text(changed(proven, random)));
        odd.serve("https://a.example/s", Badges.text(changed(proven, random)));
        assertThat(odd.document(changed).checks()).isNotEmpty();
        JsonObject claims = object(Badges.claims(full()), random);
        assertThat(odd.jws(Badges.jwt(claims, Badges.KEY)).checks()).isNotEmpty();
    }

    private static JsonObject object(JsonObject document, Random random) {
        return changed(document, random) instanceof JsonObject object ? object : document.with("a", Json.of("b"));
    }

    private static Json changed(Json value, Random random) {
        if (value instanceof JsonObject object && !object.members().isEmpty() && random.nextInt(6) > 0) {
            List<String> names = new ArrayList<>(object.members().keySet());
            String name = names.get(random.nextInt(names.size()));
            return object.with(name, changed(object.get(name).orElse(new Json.Null()), random));
        } else if (value instanceof Json.Array array && !array.values().isEmpty() && random.nextBoolean()) {
            List<Json> values = new ArrayList<>(array.values());
            int place = random.nextInt(values.size());
            values.set(place, changed(values.get(place), random));
            return new Json.Array(values);
        }
        Json odd = ODD.get(random.nextInt(ODD.size()));
        return value instanceof JsonObject && !(odd instanceof JsonObject) && random.nextInt(4) > 0
                ? new JsonObject(Map.of("a", odd))
                : odd;
    }

    @Test
    void manyProofsAreNotVerified() {
        JsonObject proven = Badges.proven(Badges.badge(), Badges.KEY);
        Json proof = proven.get("proof").orElseThrow();
        Report report = badges.document(proven.with("proof", new Json.Array(Collections.nCopies(1000, proof))));
        assertThat(report.status(CheckName.PROOF)).contains(Status.FAIL);
        assertThat(report.checks()).hasSizeLessThan(100);
    }

    @Test
    void manyOfAnythingEndInAShortReport() {
        Json identity = Badges.value("{'type':'X'}");
        JsonObject badge = Badges.with(
                Badges.badge(), "credentialSubject.identifier", new Json.Array(Collections.nCopies(20_000, identity)));
        Report report = badges.document(badge);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.checks()).hasSizeLessThan(600);
        assertThat(badges.read(badge).orElseThrow().recipients()).hasSizeLessThan(200);
    }

    @Test
    void endorsementsInEndorsementsAreNotFollowed() {
        JsonObject nested = Badges.endorsement(Badges.ISSUER, Badges.ID);
        for (int i = 0; i < 8; i++) {
            nested = Badges.endorsement(Badges.ISSUER, Badges.ID)
                    .with("endorsement", new Json.Array(Collections.nCopies(2, nested)));
        }
        Report report = badges.document(Badges.badge().with("endorsement", nested));
        assertThat(report.checks().stream().filter(check -> check.name() == CheckName.ENDORSEMENT))
                .hasSize(1);
    }

    @Test
    void aProfileInAProfileInAProfileEnds() {
        Json profile = Badges.value("{'id':'urn:a','type':'Profile'}");
        for (int i = 0; i < 25; i++) {
            Map<String, Json> members = new LinkedHashMap<>();
            members.put("id", Json.of("urn:a"));
            members.put("type", Json.of("Profile"));
            members.put("parentOrg", profile);
            profile = new JsonObject(members);
        }
        assertThat(badges.document(Badges.with(Badges.badge(), "issuer.parentOrg", profile))
                        .checks())
                .isNotEmpty();
    }
}
