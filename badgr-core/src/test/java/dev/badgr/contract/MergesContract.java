package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.assertUnusable;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Merged;
import dev.badgr.OidcClaims;
import dev.badgr.Refusal;
import dev.badgr.Refusal.CodeUnusable.Reason;
import dev.badgr.Rule;
import dev.badgr.SignedIn;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.award.AwardId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Making one account of two. */
public abstract class MergesContract extends MergesContractBase {
    private final EmailAddress work = Some.address();
    private final EmailAddress school = Some.address();

    @Test
    void allBadgesAreInOneBackpackAndEachAddressSignsInToIt() {
        Person mia = app.personWithAccount(work);
        Person old = app.withAddress(app.personWithAccount(school), Some.address());
        AwardId own = app.awarded(work);
        AwardId theirs = app.awarded(school);
        Merged merged = merged(mia, old);
        assertThat(merged.account()).isEqualTo(now(mia));
        assertThat(merged.gone()).isEqualTo(old.id());
        assertThat(addresses(merged.account()))
                .containsExactly(work, school, old.account().emails().get(1).address());
        assertThat(app.backpack(mia)).containsExactlyInAnyOrder(own, theirs);
        assertThat(badgr().accounts().find(old.id())).isEmpty();
        SignedIn signedIn = done(badgr().signIns().withPassword(signIn(school, PASSWORD), newClient()));
        assertThat(signedIn.account()).isEqualTo(merged.account());
    }

    @Test
    void theSessionGoesOnAndAllOthersOfBothEnd() {
        Person mia = app.personWithAccount(work);
        Person old = app.personWithAccount(school);
        Merged merged = merged(mia, old);
        assertThat(merged.session().signedInAt()).isEqualTo(mia.session().signedInAt());
        done(badgr().signIns().check(merged.session()));
        assertRefused(badgr().signIns().check(mia.session()), new Refusal.SessionEnded());
        assertRefused(badgr().signIns().check(old.session()), new Refusal.SessionEnded());
    }

    @Test
    void thePasswordOfTheOtherAccountIsForgottenAndSoAreItsFailures() {
        Person mia = app.personWithAccount(work);
        Person old = app.personWithAccount(school);
        old = old.after(
                done(badgr().accounts().changePassword(old.session(), newPassword(OTHER_PASSWORD), old.client())));
        for (int i = 0; i < 5; i++) {
            badgr().signIns().withPassword(signIn(school, PASSWORD), old.client());
        }
        merged(mia, old);
        done(badgr().signIns().withPassword(signIn(school, PASSWORD), old.client()));
        assertRefused(
                badgr().signIns().withPassword(signIn(school, OTHER_PASSWORD), newClient()),
                new Refusal.SignInRefused());
    }

    @Test
    void aSocialAccountOfTheOtherSignsInToTheOneThatStays() {
        ExternalIdentity social = Some.identity();
        Person mia = app.personWithAccount(work);
        Person old = app.personWithOnly(social);
        merged(mia, old);
        var signedIn = done(badgr().signIns()
                .withIdentity(new OidcClaims(social, old.email().text(), true), newClient()));
        assertThat(((SignedIn) signedIn).account().id()).isEqualTo(mia.id());
    }

    @Test
    void mergingAgainGivesTheSameAnswer() {
        Person mia = app.personWithAccount(work);
        Person old = app.personWithAccount(school);
        ChallengeId proof = proven(mia, school);
        Merged merged = done(merge(mia, proof));
        assertThat(done(merge(mia, proof))).isEqualTo(merged);
        assertThat(done(badgr().merges().merge(merged.session(), proof, mia.client())))
                .isEqualTo(merged);
        assertThat(now(mia)).isEqualTo(merged.account());
        assertThat(badgr().merges().survivorOf(old.id())).contains(mia.id());
    }

    @Test
    void anOldProofRevivesNoSession() {
        Person mia = app.personWithAccount(work);
        Person stale = mia;
        mia = app.withAddress(mia, Some.address());
        app.personWithAccount(school);
        ChallengeId proof = proven(mia, school);
        Merged merged = done(merge(mia, proof));
        assertRefused(merge(stale, proof), new Refusal.SessionEnded());
        done(badgr().accounts().changePassword(merged.session(), newPassword(OTHER_PASSWORD), mia.client()));
        done(merge(mia, proof));
        assertRefused(badgr().signIns().check(done(merge(mia, proof)).session()), new Refusal.SessionEnded());
    }

    @Test
    void somebodyElsesProofIsUnknownHere() {
        Person mia = app.personWithAccount(work);
        Person old = app.personWithAccount(school);
        Person stranger = app.personWithAccount();
        ChallengeId proof = proven(mia, school);
        assertUnusable(merge(stranger, proof), Reason.UNKNOWN);
        assertUnusable(badgr().merges().preview(stranger.session(), proof), Reason.UNKNOWN);
        merged(mia, old, proof);
        assertUnusable(merge(stranger, proof), Reason.UNKNOWN);
    }

    @Test
    void withoutTheRightCodeNothingIsMerged() {
        Person mia = app.personWithAccount(work);
        Person old = app.personWithAccount(school);
        ChallengeId challenge = asked(mia, school);
        assertUnusable(merge(mia, challenge), Reason.NOT_PROVEN);
        assertRefused(
                badgr().merges().confirm(mia.session(), challenge, code(app.wrongCodeTo(school)), mia.client()),
                new Refusal.WrongCode(4));
        assertUnusable(merge(mia, challenge), Reason.NOT_PROVEN);
        assertThat(now(old)).isEqualTo(old.account());
    }

    @Test
    void aProofIsGoodForAnHourAtMost() {
        Person mia = app.personWithAccount(work);
        app.personWithAccount(school);
        ChallengeId proof = proven(mia, school);
        app.passes(Duration.ofHours(2));
        Person back = app.signedInAgain(mia, PASSWORD);
        assertUnusable(merge(back, proof), Reason.EXPIRED);
    }

    @Test
    void aNewSignInIsNeeded() {
        Person mia = app.personWithAccount(work);
        app.personWithAccount(school);
        ChallengeId proof = proven(mia, school);
        app.passes(Duration.ofMinutes(6));
        assertRefused(merge(mia, proof), new Refusal.SignInTooOld());
        assertRefused(badgr().merges().begin(mia.session(), email(school), mia.client()), new Refusal.SignInTooOld());
        done(badgr().merges().preview(mia.session(), proof));
        done(merge(app.signedInAgain(mia, PASSWORD), proof));
    }

    @Test
    void anotherCodeCanBeSent() {
        Person mia = app.personWithAccount(work);
        app.personWithAccount(school);
        ChallengeId first = asked(mia, school);
        app.passes(Duration.ofMinutes(1));
        ChallengeId second = done(badgr().merges().resend(mia.session(), first, mia.client()))
                .challenge();
        var form = code(app.codeTo(school));
        assertUnusable(badgr().merges().confirm(mia.session(), first, form, mia.client()), Reason.REPLACED);
        done(badgr().merges().confirm(mia.session(), second, form, mia.client()));
        done(merge(mia, second));
    }

    @Test
    void thereAreNoMoreAddressesThanMayBe() {
        Person mia = app.personWithAccount(work);
        Person old = app.personWithAccount(school);
        for (int i = 0; i < 9; i++) {
            old = app.withAddress(old, Some.address());
        }
        ChallengeId proof = proven(mia, school);
        assertNotPossible(merge(mia, proof), Rule.TOO_MANY_EMAILS);
        assertThat(now(old)).isEqualTo(old.account());
        done(badgr().emails()
                .remove(old.session(), email(old.account().emails().get(5).address()), old.client()));
        assertThat(done(merge(mia, proof)).account().emails()).hasSize(10);
    }

    private void merged(Person survivor, Person other, ChallengeId proof) {
        assertThat(done(merge(survivor, proof)).gone()).isEqualTo(other.id());
    }
}
