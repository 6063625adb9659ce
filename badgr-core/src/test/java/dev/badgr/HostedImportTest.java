package dev.badgr;

import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Imported.Outcome;
import dev.badgr.Rechecked.Standing;
import dev.badgr.award.AwardId;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.TestApp;
import dev.badgr.memory.InMemoryStorage;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A badge that its issuer hosts, from its URL to its revocation, by the verifier that a host gets. */
class HostedImportTest {
    private static final String CONTEXT = "\"@context\": \"https://w3id.org/openbadges/v2\", ";
    private static final URI ASSERTION = URI.create("https://other.example/a/1");

    private final Map<URI, String> web = new HashMap<>();
    private final TestApp app = TestApp.on(new InMemoryStorage(), builder -> builder.fetcher(this::fetched));
    private final Person mia = app.personWithAccount();

    @BeforeEach
    void anotherSchoolHostsIt() {
        web.put(ASSERTION, """
                {%s "type": "Assertion", "id": "https://other.example/a/1", "issuedOn": "2024-05-01T00:00:00Z",
                "recipient": {"type": "email", "hashed": false, "identity": "%s"},
                "badge": "https://other.example/b/1", "verification": {"type": "hosted"}}
                """.formatted(CONTEXT, mia.email().text()));
        web.put(URI.create("https://other.example/b/1"), """
                {%s "type": "BadgeClass", "id": "https://other.example/b/1", "name": "Welder", "description": "Welds.",
                "image": "https://other.example/b.png", "criteria": {"narrative": "Weld."},
                "issuer": "https://other.example/i"}
                """.formatted(CONTEXT));
        web.put(URI.create("https://other.example/i"), """
                {%s "type": "Issuer", "id": "https://other.example/i", "name": "Other School",
                "url": "https://other.example", "email": "desk@other.example"}
                """.formatted(CONTEXT));
    }

    @Test
    void itIsBroughtByItsUrlAndLeavesWhenItsIssuerTakesItAway() {
        Imports imports = app.badgr().imports();
        Imported imported = done(imports.url(mia.id(), ASSERTION, mia.client()));
        assertThat(imported.outcome()).isEqualTo(Outcome.NEW);
        assertThat(imported.report().findings()).noneMatch(check -> check.status() == Status.FAIL);
        assertThat(imported.report().verdict()).isIn(Verdict.VALID, Verdict.WARN);
        AwardId award = imported.award().id();
        assertThat(app.backpack(mia)).containsExactly(award);
        assertThat(done(imports.recheck(mia.id(), award)).standing()).isEqualTo(Standing.GOOD);
        web.remove(ASSERTION);
        assertThat(done(imports.recheck(mia.id(), award)).standing()).isEqualTo(Standing.REVOKED);
        assertThat(app.backpack(mia)).isEmpty();
    }

    private Fetched fetched(URI location) {
        String text = web.get(location);
        return text == null
                ? new Fetched.Missing(410)
                : new Fetched.Document(location, Optional.of("application/json"), Bytes.of(text));
    }
}
