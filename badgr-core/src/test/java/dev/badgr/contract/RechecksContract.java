package dev.badgr.contract;

import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.ImportRules;
import dev.badgr.Imported.Outcome;
import dev.badgr.Rechecked;
import dev.badgr.Rechecked.Standing;
import dev.badgr.Refusal;
import dev.badgr.Refusal.NotImported.Obstacle;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.Explanation;
import dev.badgr.fixture.CredentialFixture;
import dev.badgr.fixture.Race;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Badges from elsewhere are verified again. */
public abstract class RechecksContract extends ImportContractBase {
    private static final int MANY = 1000;

    private final ImportRules rules = ImportRules.standard();
    private CredentialFixture welder;
    private AwardId award;

    @BeforeEach
    void miaIsAWelder() {
        welder = forMia();
        award = brought(welder);
    }

    @Test
    void aRevokedBadgeLeavesForTheReasonOfItsIssuer() {
        revokes("Cheated\nin the exam.");
        assertThat(recheck().standing()).isEqualTo(Standing.REVOKED);
        assertThat(app.backpack(mia)).isEmpty();
        assertThat(badgr().backpacks().explain(mia.id(), award))
                .isInstanceOfSatisfying(
                        Explanation.Revoked.class,
                        revoked -> assertThat(revoked.revocation().reason()).isEqualTo("Cheated?in the exam."));
        assertThat(copy(award).checked().next()).isEmpty();
        assertThat(badgr().imports().download(mia.id(), award)).isPresent();
        assertNotBrought(brings(mia, welder.file()), Obstacle.REVOKED);
    }

    @Test
    void aBadgeThatIsGoodAgainIsBack() {
        revokes("suspended");
        recheck();
        verifier.good(welder);
        assertThat(recheck().standing()).isEqualTo(Standing.GOOD);
        assertThat(app.backpack(mia)).containsExactly(award);
        revokes("suspended");
        recheck();
        assertBrought(welder, Outcome.ALREADY_THERE);
        assertThat(app.backpack(mia)).containsExactly(award);
        assertThat(copy(award).checked().next()).isPresent();
    }

    @Test
    void whateverElseIsFoundItStays() {
        says(CheckName.EXPIRED, Status.FAIL);
        assertThat(recheck().standing()).isEqualTo(Standing.EXPIRED);
        says(CheckName.PROOF, Status.UNKNOWN);
        assertThat(recheck().standing()).isEqualTo(Standing.UNDECIDED);
        assertThat(copy(award).checked().next()).contains(app.now().plus(rules.retryAfter()));
        says(CheckName.PROOF, Status.FAIL);
        assertThat(recheck().standing()).isEqualTo(Standing.DOUBTFUL);
        says(CheckName.ISSUER_BINDING, Status.FAIL);
        assertThat(recheck().standing()).isEqualTo(Standing.DOUBTFUL);
        verifier.says(welder.file(), CredentialFixture.aCredential().good());
        assertThat(recheck().standing()).as("another badge").isEqualTo(Standing.DOUBTFUL);
        assertThat(copy(award).checked().next()).contains(app.now().plus(rules.recheckAfter()));
        assertThat(app.backpack(mia)).containsExactly(award);
    }

    @Test
    void onlyWhatCameFromElsewhereAndIsHersIsVerifiedAgain() {
        Refusal none = new Refusal.NotFound("award");
        assertRefused(badgr().imports().recheck(mia.id(), app.awarded(mia.email())), none);
        assertRefused(badgr().imports().recheck(app.personWithAccount().id(), award), none);
    }

    @Test
    void whatIsDueIsVerifiedOnce() {
        badgr().imports().recheckDue(MANY);
        assertThat(due()).as("not yet").isEmpty();
        app.passes(rules.recheckAfter());
        revokes("no more");
        assertThat(due()).hasValueSatisfying(done -> assertThat(done.standing()).isEqualTo(Standing.REVOKED));
        assertThat(app.backpack(mia)).isEmpty();
        app.passes(rules.recheckAfter());
        assertThat(due()).as("it is done with").isEmpty();
    }

    @Test
    void whatCouldNotBeDecidedIsTriedAgainSoon() {
        app.passes(rules.recheckAfter());
        says(CheckName.STATUS, Status.UNKNOWN);
        assertThat(due()).isPresent();
        assertThat(due()).isEmpty();
        app.passes(rules.retryAfter());
        verifier.good(welder);
        assertThat(due()).hasValueSatisfying(done -> assertThat(done.standing()).isEqualTo(Standing.GOOD));
    }

    @Test
    void ofManySchedulesOneDoesIt() {
        app.passes(rules.recheckAfter());
        List<Optional<Rechecked>> outcomes = Race.of(8, i -> due());
        assertThat(outcomes.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void whatBreaksOffIsDueAgainLater() {
        badgr().imports().recheckDue(MANY);
        app.passes(rules.recheckAfter());
        verifier.does(welder.file(), () -> {
            throw new IllegalStateException("the process ends");
        });
        try {
            due();
        } catch (IllegalStateException ended) {
            verifier.good(welder);
        }
        assertThat(due()).as("somebody may still be at it").isEmpty();
        app.passes(Duration.ofMinutes(10));
        assertThat(due()).isPresent();
    }

    @Test
    void whatIsFoundOfAnOlderStateIsFoundAnew() {
        verifier.does(welder.file(), () -> {
            verifier.good(welder);
            done(brings(mia, welder.file()));
            revokes("too late");
            return welder.but(CheckName.REVOKED, Status.FAIL, "of before");
        });
        assertThat(recheck().standing()).isEqualTo(Standing.REVOKED);
        assertThat(badgr().backpacks().explain(mia.id(), award))
                .isInstanceOfSatisfying(
                        Explanation.Revoked.class,
                        revoked -> assertThat(revoked.revocation().reason()).isEqualTo("too late"));
    }

    @Test
    void whatWasGoodBeforeARevocationIsLookedAtAgain() {
        verifier.does(welder.file(), () -> {
            app.passes(Duration.ofSeconds(1));
            revokes("meanwhile");
            recheck();
            return welder.good();
        });
        assertNotBrought(brings(mia, welder.file()), Obstacle.REVOKED);
        assertThat(app.backpack(mia)).isEmpty();
    }

    /** Of all that is due, what was done about Mia's badge. */
    private Optional<Rechecked> due() {
        return badgr().imports().recheckDue(MANY).stream()
                .filter(done -> done.award().equals(award))
                .findFirst();
    }

    private Rechecked recheck() {
        return done(badgr().imports().recheck(mia.id(), award));
    }

    private void revokes(String reason) {
        verifier.says(welder.file(), welder.but(CheckName.REVOKED, Status.FAIL, reason));
    }

    private void says(CheckName check, Status status) {
        verifier.says(welder.file(), welder.but(check, status, "not so"));
    }
}
