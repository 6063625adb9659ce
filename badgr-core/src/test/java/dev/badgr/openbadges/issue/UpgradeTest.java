package dev.badgr.openbadges.issue;

import static dev.badgr.openbadges.issue.Issuing.BADGE;
import static dev.badgr.openbadges.issue.Issuing.issuance;
import static dev.badgr.openbadges.issue.Issuing.issuer;
import static dev.badgr.openbadges.issue.Issuing.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.text.Bytes;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeTest {
    private static final JsonObject ASSERTION = json(Assertions.hosted(issuance("es256")));
    private static final JsonObject BADGE_CLASS = json(IssuerDocuments.badgeClass(issuer("es256"), BADGE));
    private static final JsonObject ISSUER = json(IssuerDocuments.issuer(issuer("es256")));

    @Test
    void itSaysTheSameAndHasNoProof() {
        JsonObject upgraded = upgraded(ASSERTION, BADGE_CLASS, ISSUER).orElseThrow();
        JsonObject issued = AchievementCredentials.credential(issuance("es256"), Issuing.SLOT);
        for (String name : new String[] {"@context", "type", "name", "validFrom", "validUntil", "evidence"}) {
            assertThat(upgraded.get(name)).as(name).isEqualTo(issued.get(name));
        }
        JsonObject subject = upgraded.object("credentialSubject").orElseThrow();
        JsonObject expected = issued.object("credentialSubject").orElseThrow();
        assertThat(subject.list("identifier")).isEqualTo(expected.list("identifier"));
        JsonObject achievement = expected.object("achievement").orElseThrow();
        assertThat(subject.object("achievement").orElseThrow().without("id")).isEqualTo(achievement.without("id"));
        assertThat(upgraded.members()).doesNotContainKeys("proof", "credentialStatus", "iss");
        assertThat(upgraded.text("id").orElseThrow()).startsWith("urn:uuid:");
        assertThat(upgraded(ASSERTION, BADGE_CLASS, ISSUER)).contains(upgraded);
    }

    @Test
    void whatMayBeTextOrObjectIsReadAsBoth() {
        JsonObject assertion = ASSERTION.with("evidence", Json.of("https://plp.example/work/1"));
        JsonObject badge = BADGE_CLASS
                .with("criteria", Json.of("https://plp.example/how"))
                .with("image", json("{'id':'https://plp.example/i.png','author':'x'}"));
        JsonObject upgraded = upgraded(assertion, badge, ISSUER).orElseThrow();
        assertThat(upgraded.objects("evidence"))
                .containsExactly(json("{'id':'https://plp.example/work/1','type':['Evidence']}"));
        JsonObject achievement = upgraded.object("credentialSubject")
                .flatMap(subject -> subject.object("achievement"))
                .orElseThrow();
        assertThat(achievement.object("criteria")).contains(json("{'id':'https://plp.example/how'}"));
        assertThat(achievement.object("image")).contains(json("{'id':'https://plp.example/i.png','type':'Image'}"));
    }

    @ParameterizedTest
    @CsvSource({"id", "issuedOn", "recipient"})
    void anAssertionWithoutWhatItMustHaveIsNotUpgraded(String name) {
        assertThat(upgraded(ASSERTION.without(name), BADGE_CLASS, ISSUER)).isEmpty();
        assertThat(upgraded(ASSERTION.with(name, Json.of("x\u0000")), BADGE_CLASS, ISSUER)
                        .isPresent())
                .isEqualTo(name.equals("id"));
    }

    @Property(tries = 300)
    void whateverComesInThereIsAnAnswer(@ForAll byte[] one, @ForAll byte[] other, @ForAll String text) {
        assertThat(Upgrade.unsigned(one, other, one)).isEmpty();
        upgraded(ASSERTION.with("issuedOn", Json.of(text)), BADGE_CLASS.with("name", Json.of(text)), ISSUER);
    }

    private static Optional<JsonObject> upgraded(JsonObject assertion, JsonObject badge, JsonObject issuer) {
        return Upgrade.unsigned(JsonWriter.bytes(assertion), JsonWriter.bytes(badge), JsonWriter.bytes(issuer))
                .map(Bytes::toArray)
                .map(JsonReader::object);
    }
}
