package dev.badgr.contract;

import static dev.badgr.fixture.Announcements.anAnnouncement;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.assertInvalid;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.assertTryLater;
import static dev.badgr.fixture.Outcomes.assertUnusable;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.AskedMove;
import dev.badgr.CodeSent;
import dev.badgr.Refusal;
import dev.badgr.Refusal.CodeUnusable.Reason;
import dev.badgr.Result;
import dev.badgr.Rule;
import dev.badgr.account.AddressMove.Lapse;
import dev.badgr.account.MoveId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.port.Mail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands against moving an address, when it is asked for and later. */
public abstract class MoveObstaclesContract extends MovesContractBase {
    @Test
    void whatCannotBeMovedGetsAMailThatSaysSoAndTheAskerLearnsNothing() {
        Person closed = app.withAddress(app.personWithAccount(), Some.address());
        close(closed);
        app.passes(Duration.ofMinutes(1));
        CodeSent movable = done(begin(work));
        for (EmailAddress address : List.of(app.personWithAccount().email(), Some.address(), closed.email())) {
            app.passes(Duration.ofMinutes(1));
            CodeSent decoy = done(begin(address));
            assertThat(decoy.sentTo()).isEqualTo(address.masked());
            assertThat(Duration.between(app.now(), decoy.resendAt())).isEqualTo(Duration.ofMinutes(1));
            assertThat(app.lastMailTo(address).kind()).isEqualTo(Mail.Kind.MOVE_NOT_POSSIBLE);
            assertRefused(confirm(decoy.challenge(), "123456"), new Refusal.WrongCode(4));
        }
        assertThat(app.lastMailTo(work).kind()).isEqualTo(Mail.Kind.MOVE_CODE);
        done(confirm(movable.challenge(), app.codeTo(work)));
    }

    @Test
    void anOwnAddressAndOneTooManyAreRefusedAtOnce() {
        assertNotPossible(begin(mia.email()), Rule.EMAIL_ALREADY_YOURS);
        ChallengeId early = app.asksToMove(mia, work);
        fill(9);
        assertNotPossible(begin(Some.address()), Rule.TOO_MANY_EMAILS);
        assertNotPossible(confirm(early, app.codeTo(work)), Rule.TOO_MANY_EMAILS);
        assertThat(done(badgr().moves().asked(mia.session()))).isEmpty();
    }

    @Test
    void whatHasBecomeImpossibleIsToldToWhoHasProvenTheAddress() {
        ChallengeId challenge = app.asksToMove(mia, work);
        leo = leo.after(done(badgr().emails().remove(leo.session(), email(work), leo.client())));
        assertNotPossible(confirm(challenge, app.codeTo(work)), Rule.MOVE_NOT_POSSIBLE);
        assertUnusable(confirm(challenge, app.codeTo(work)), Reason.USED);
        assertThat(done(badgr().moves().asked(leo.session()))).isEmpty();
    }

    @Test
    void anAddressThatCameToTheAskersAccountMeanwhileIsHers() {
        ChallengeId challenge = app.asksToMove(mia, work);
        String code = app.codeTo(work);
        done(badgr().emails().remove(leo.session(), email(work), leo.client()));
        app.passes(Duration.ofMinutes(1));
        mia = app.withAddress(mia, work);
        assertNotPossible(confirm(challenge, code), Rule.EMAIL_ALREADY_YOURS);
    }

    @Test
    void whileOneMoveIsPendingNobodyElseGetsAnother() {
        Person eve = app.personWithAccount();
        AskedMove move = app.move(mia, work);
        app.passes(Duration.ofMinutes(1));
        ChallengeId challenge = app.asksToMove(eve, work);
        Result<?> second = badgr().moves().confirm(eve.session(), challenge, code(app.codeTo(work)), eve.client());
        assertNotPossible(second, Rule.MOVE_ASKED_BEFORE);
        assertThat(done(badgr().moves().asked(eve.session()))).isEmpty();
        assertThat(done(badgr().moves().asked(leo.session())))
                .extracting(AskedMove::id)
                .containsExactly(move.id());
    }

    @Test
    void anAddressThatHasLeftMeanwhileIsNotMoved() {
        AskedMove move = app.move(mia, work);
        done(badgr().emails().remove(leo.session(), email(work), leo.client()));
        app.passes(Duration.ofMinutes(1));
        Person eve = app.personWithAccount(work);
        app.passes(DAY);
        assertThat(badgr().moves().carryOutDue(10)).isZero();
        assertLapsed(seen(mia, move), Lapse.GONE);
        assertAt(eve, work);
        assertAt(mia, mia.email());
    }

    @Test
    void aMoveFromAFormerAccountStandsInNobodysWay() {
        AskedMove stale = app.move(mia, work);
        done(badgr().emails().remove(leo.session(), email(work), leo.client()));
        app.passes(Duration.ofMinutes(1));
        Person eve = app.withAddress(app.personWithAccount(), work);
        app.passes(Duration.ofMinutes(1));
        AskedMove next = app.move(mia, work);
        assertThat(done(badgr().moves().asked(mia.session())))
                .containsExactly(next)
                .doesNotContain(stale);
        done(badgr().moves().agree(eve.session(), next.id(), eve.client()));
        assertAt(mia, mia.email(), work);
    }

    @Test
    void anOnlyAddressIsNotMoved() {
        AskedMove move = app.move(mia, work);
        EmailAddress first = leo.email();
        leo = leo.after(done(badgr().emails().makePrimary(leo.session(), email(work), leo.client())));
        leo = leo.after(done(badgr().emails().remove(leo.session(), email(first), leo.client())));
        var outcome = done(badgr().moves().agree(leo.session(), move.id(), leo.client()));
        assertLapsed(outcome.move(), Lapse.ONLY_ADDRESS);
        assertThat(outcome.session()).isEqualTo(leo.session());
        assertAt(leo, work);
        assertThat(done(badgr().moves().asked(mia.session()))).hasSize(1);
    }

    @Test
    void anAccountThatHasFilledUpGetsNoMore() {
        AskedMove move = app.move(mia, work);
        fill(9);
        app.passes(DAY);
        assertThat(badgr().moves().carryOutDue(10)).isZero();
        assertLapsed(seen(mia, move), Lapse.NO_ROOM);
        assertAt(leo, leo.email(), work);
        assertThat(account(mia).emails()).hasSize(10);
    }

    @Test
    void nothingIsMovedFromOrToAnAccountThatWasMergedIntoAnother() {
        EmailAddress hers = leoWantsHers();
        CodeSent sent = done(badgr().merges().begin(mia.session(), email(leo.email()), mia.client()));
        done(badgr().merges().confirm(mia.session(), sent.challenge(), code(app.codeTo(leo.email())), mia.client()));
        done(badgr().merges().merge(mia.session(), sent.challenge(), mia.client()));
        app.passes(DAY);
        assertThat(badgr().moves().carryOutDue(10)).isZero();
        assertThat(done(badgr().moves().asked(again(mia).session()))).isEmpty();
        assertAt(mia, mia.email(), hers, leo.email(), work);
    }

    @Test
    void nothingIsMovedFromOrToAnAccountThatWasErased() {
        EmailAddress hers = leoWantsHers();
        CodeSent sent = done(badgr().erasures().begin(leo.session(), leo.client()));
        ChallengeId proof = done(badgr().erasures()
                .confirm(leo.session(), sent.challenge(), code(app.codeTo(leo.email())), leo.client()));
        done(badgr().erasures().erase(leo.session(), proof, leo.client()));
        assertThat(done(badgr().moves().asked(mia.session()))).isEmpty();
        app.passes(DAY);
        assertThat(badgr().moves().carryOutDue(10)).isZero();
        assertAt(mia, mia.email(), hers);
    }

    @Test
    void nothingIsMovedFromOrToAClosedAccount() {
        AskedMove move = app.move(mia, work);
        close(leo);
        app.passes(DAY);
        assertThat(badgr().moves().carryOutDue(10)).isZero();
        assertLapsed(seen(mia, move), Lapse.GONE);
        Person eve = app.withAddress(app.personWithAccount(), Some.address());
        app.passes(Duration.ofMinutes(1));
        mia = again(mia);
        AskedMove toMia = app.move(mia, eve.account().emails().get(1).address());
        close(mia);
        assertLapsed(
                done(badgr().moves().agree(eve.session(), toMia.id(), eve.client()))
                        .move(),
                Lapse.GONE);
        assertThat(account(eve).emails()).hasSize(2);
    }

    @Test
    void askingAgreeingAndCompletingNeedASignInOfTheLastFiveMinutesTheOthersDoNot() {
        ChallengeId challenge = app.asksToMove(mia, work);
        app.passes(Duration.ofMinutes(5).plusMillis(1));
        assertRefused(begin(Some.address()), new Refusal.SignInTooOld());
        assertRefused(confirm(challenge, app.codeTo(work)), new Refusal.SignInTooOld());
        mia = again(mia);
        AskedMove move = done(confirm(challenge, app.codeTo(work)));
        assertRefused(badgr().moves().agree(leo.session(), move.id(), leo.client()), new Refusal.SignInTooOld());
        app.passes(Duration.ofMinutes(6));
        assertRefused(badgr().moves().complete(mia.session(), move.id(), mia.client()), new Refusal.SignInTooOld());
        assertThat(done(badgr().moves().asked(leo.session()))).hasSize(1);
        done(badgr().moves().object(leo.session(), move.id(), leo.client()));
        mia = again(mia);
        AskedMove next = app.move(mia, work);
        app.passes(Duration.ofMinutes(6));
        done(badgr().moves().withdraw(mia.session(), next.id(), mia.client()));
    }

    @Test
    void aSessionThatHasEndedDecidesNothing() {
        ChallengeId challenge = app.asksToMove(mia, work);
        String code = app.codeTo(work);
        Person before = mia;
        mia = app.withAddress(mia, Some.address());
        MoveId any = MoveId.random(Some.random());
        for (Result<?> refused : List.of(
                badgr().moves().begin(before.session(), email(work), before.client()),
                badgr().moves().resend(before.session(), challenge, before.client()),
                badgr().moves().confirm(before.session(), challenge, code(code), before.client()),
                badgr().moves().asked(before.session()),
                badgr().moves().agree(before.session(), any, before.client()),
                badgr().moves().object(before.session(), any, before.client()),
                badgr().moves().withdraw(before.session(), any, before.client()),
                badgr().moves().complete(before.session(), any, before.client()))) {
            assertRefused(refused, new Refusal.SessionEnded());
        }
        done(confirm(challenge, code));
    }

    @Test
    void theCodeHasTheSameLifeAsOthers() {
        ChallengeId first = app.asksToMove(mia, work);
        assertRefused(confirm(first, app.wrongCodeTo(work)), new Refusal.WrongCode(4));
        assertInvalid(confirm(first, "12"), "code: code.format");
        assertTryLater(badgr().moves().resend(mia.session(), first, mia.client()));
        app.passes(Duration.ofMinutes(1));
        ChallengeId next =
                done(badgr().moves().resend(mia.session(), first, mia.client())).challenge();
        assertUnusable(confirm(first, app.codeTo(work)), Reason.REPLACED);
        for (int left = 4; left > 0; left--) {
            assertRefused(confirm(next, app.wrongCodeTo(work)), new Refusal.WrongCode(left));
        }
        done(confirm(next, app.codeTo(work)));
        assertUnusable(confirm(next, app.codeTo(work)), Reason.USED);
        assertUnusable(badgr().moves().resend(mia.session(), next, mia.client()), Reason.USED);
    }

    @Test
    void aCodeIsForItsPurposeAndItsAccountOnly() {
        ChallengeId toAdd = app.asksToAdd(mia, Some.address());
        assertUnusable(confirm(toAdd, "123456"), Reason.UNKNOWN);
        Person eve = app.personWithAccount();
        ChallengeId toMove = app.asksToMove(mia, work);
        String right = app.codeTo(work);
        assertUnusable(badgr().moves().confirm(eve.session(), toMove, code(right), eve.client()), Reason.UNKNOWN);
        assertUnusable(badgr().emails().confirm(mia.session(), toMove, code(right), mia.client()), Reason.UNKNOWN);
        assertUnusable(badgr().moves().resend(eve.session(), toMove, eve.client()), Reason.UNKNOWN);
        done(confirm(toMove, right));
    }

    /** And somebody else wants his. */
    private EmailAddress leoWantsHers() {
        EmailAddress hers = Some.address();
        mia = app.withAddress(mia, hers);
        Person zoe = app.personWithAccount();
        app.passes(Duration.ofMinutes(1));
        app.move(leo, hers);
        app.move(zoe, work);
        app.passes(Duration.ofMinutes(1));
        return hers;
    }

    private Result<CodeSent> begin(EmailAddress address) {
        return badgr().moves().begin(mia.session(), email(address), mia.client());
    }

    private Result<AskedMove> confirm(ChallengeId challenge, String typed) {
        return badgr().moves().confirm(mia.session(), challenge, code(typed), mia.client());
    }

    /** So many addresses more. */
    private void fill(int more) {
        for (int i = 0; i < more; i++) {
            mia = app.withAddress(mia, Some.address());
        }
    }

    private void close(Person person) {
        var open = account(person);
        storage().stores().accounts().replace(open, open.disabledSince(Optional.of(app.now())), anAnnouncement());
    }
}
