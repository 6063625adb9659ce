package dev.badgr.contract;

import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Imported;
import dev.badgr.Imported.Outcome;
import dev.badgr.Refusal.NotImported;
import dev.badgr.Result;
import dev.badgr.award.AwardId;
import dev.badgr.fixture.CredentialFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.ScriptedVerifier;
import dev.badgr.fixture.TestApp;
import dev.badgr.port.Import;
import dev.badgr.text.Bytes;
import org.junit.jupiter.api.BeforeEach;

/** What tests of badges from elsewhere have in common. */
abstract class ImportContractBase extends VerbContract {
    final ScriptedVerifier verifier = new ScriptedVerifier();
    Person mia;

    @BeforeEach
    final void miaBringsBadges() {
        app = TestApp.on(storage(), builder -> builder.verifier(verifier));
        mia = app.personWithAccount();
    }

    /** A badge for Mia that nobody has brought. */
    final CredentialFixture forMia() {
        return CredentialFixture.aCredential().to(mia.email());
    }

    final AwardId brought(CredentialFixture badge) {
        return done(brings(mia, verifier.good(badge))).award().id();
    }

    final Result<Imported> brings(Person person, Bytes file) {
        return badgr().imports().file(person.id(), file.toArray(), person.client());
    }

    /** Brings it, and it meets this. */
    final AwardId assertBrought(CredentialFixture badge, Outcome outcome) {
        Imported imported = done(brings(mia, verifier.good(badge)));
        assertThat(imported.outcome()).isEqualTo(outcome);
        return imported.award().id();
    }

    final NotImported assertNotBrought(Result<Imported> result, NotImported.Obstacle obstacle) {
        NotImported refusal = (NotImported) refusal(result);
        assertThat(refusal.obstacle()).isEqualTo(obstacle);
        return refusal;
    }

    /** What is stored behind an award of Mia's. */
    final Import copy(AwardId award) {
        return storage().stores().imports().of(mia.id(), award).orElseThrow();
    }
}
