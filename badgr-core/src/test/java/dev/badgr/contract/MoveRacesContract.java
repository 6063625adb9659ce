package dev.badgr.contract;

import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.profile;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.AskedMove;
import dev.badgr.MoveOutcome;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.Rule;
import dev.badgr.account.Account;
import dev.badgr.account.AddressMove.State;
import dev.badgr.award.AwardId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever races with a move, each address is on one account, and no account is without one. */
public abstract class MoveRacesContract extends MovesContractBase {
    private static final int ROUNDS = 20;
    private static final int SERVERS = 8;

    @Test
    void ofManyWhoAgreeAtOnceOneMovesIt() {
        AskedMove move = app.move(mia, work);
        List<Result<MoveOutcome>> outcomes =
                Race.of(CROWD, i -> badgr().moves().agree(leo.session(), move.id(), leo.client()));
        assertThat(outcomes.stream().filter(Result::isSuccess)).hasSize(1);
        assertThat(outcomes.stream().filter(o -> !o.isSuccess()).map(o -> refusal(o)))
                .containsAnyOf(new Refusal.SessionEnded(), new Refusal.NotPossible(Rule.MOVE_OVER))
                .doesNotContain(new Refusal.SignInTooOld());
        assertMoved(true);
        assertThat(account(leo).epoch()).isEqualTo(leo.account().epoch() + 1);
        assertThat(account(mia).epoch()).isEqualTo(mia.account().epoch() + 1);
    }

    @Test
    void ofManyServersThatCarryOutWhatIsDueEachMovesWhatTheOthersDoNot() {
        List<Person> people = new ArrayList<>(List.of(leo));
        for (int i = 1; i < 5; i++) {
            people.add(app.withAddress(app.personWithAccount(), Some.address()));
        }
        app.passes(Duration.ofMinutes(1));
        people.forEach(person -> app.move(mia, second(person)));
        app.passes(DAY);
        List<Integer> moved = Race.of(SERVERS, i -> badgr().moves().carryOutDue(10));
        assertThat(moved.stream().mapToInt(i -> i).sum()).isEqualTo(5);
        people.forEach(person -> assertAt(person, person.email()));
        assertAt(mia, account(mia).emails().stream().map(e -> e.address()).toArray(EmailAddress[]::new));
        assertThat(account(mia).emails()).hasSize(6);
        assertThat(account(mia).epoch()).isEqualTo(mia.account().epoch() + 5);
    }

    @Test
    void agreeingRacesWithObjecting() {
        rounds(() -> {
            AskedMove move = app.move(mia, work);
            AtomicReference<Result<?>> agreed = new AtomicReference<>();
            AtomicReference<Result<?>> objected = new AtomicReference<>();
            Race.between(
                    () -> agreed.set(badgr().moves().agree(leo.session(), move.id(), leo.client())),
                    () -> objected.set(badgr().moves().object(leo.session(), move.id(), leo.client())));
            assertThat(agreed.get().isSuccess()).isNotEqualTo(objected.get().isSuccess());
            assertMoved(agreed.get().isSuccess());
            assertThat(seen(leo, move).state()).isEqualTo(agreed.get().isSuccess() ? State.MOVED : State.OBJECTED);
        });
    }

    @Test
    void theTimeThatIsUpRacesWithAgreeingAndWithdrawing() {
        rounds(() -> {
            AskedMove move = app.move(mia, work);
            app.passes(DAY);
            leo = again(leo);
            AtomicReference<Result<?>> withdrawn = new AtomicReference<>();
            Race.between(
                    () -> badgr().moves().carryOutDue(10),
                    () -> badgr().moves().agree(leo.session(), move.id(), leo.client()),
                    () -> withdrawn.set(badgr().moves().withdraw(mia.session(), move.id(), mia.client())));
            assertMoved(!withdrawn.get().isSuccess());
        });
    }

    @Test
    void agreeingRacesWithRemovingTheAddress() {
        rounds(() -> {
            AskedMove move = app.move(mia, work);
            AtomicReference<Result<?>> agreed = new AtomicReference<>();
            AtomicReference<Result<?>> removed = new AtomicReference<>();
            Race.between(
                    () -> agreed.set(badgr().moves().agree(leo.session(), move.id(), leo.client())),
                    () -> removed.set(badgr().emails().remove(leo.session(), email(work), leo.client())));
            assertThat(agreed.get().isSuccess()).isNotEqualTo(removed.get().isSuccess());
            assertAt(leo, leo.email());
            assertThat(badgr().accounts().findByEmail(work))
                    .isEqualTo(agreed.get().isSuccess() ? Optional.of(account(mia)) : Optional.empty());
        });
    }

    @Test
    void whoLosesOneAddressAndRemovesTheOtherKeepsOne() {
        rounds(() -> {
            EmailAddress first = leo.email();
            leo = leo.after(done(badgr().emails().makePrimary(leo.session(), email(work), leo.client())));
            AskedMove move = app.move(mia, work);
            app.passes(DAY);
            leo = again(leo);
            Race.between(
                    () -> badgr().moves().carryOutDue(10),
                    () -> badgr().emails().remove(leo.session(), email(first), leo.client()));
            boolean moved = seen(mia, move).state() == State.MOVED;
            assertAt(leo, moved ? first : work);
            assertAt(mia, moved ? new EmailAddress[] {mia.email(), work} : new EmailAddress[] {mia.email()});
        });
    }

    @Test
    void aMoveRacesWithProvingTheAddressElsewhere() {
        rounds(() -> {
            AwardId award = app.awarded(work);
            AskedMove move = app.move(mia, work);
            app.passes(Duration.ofMinutes(1));
            // Somebody who began when the address was free: the code is right, the address is not free.
            Person eve = app.personWithAccount();
            EmailAddress free = work;
            leo = leo.after(done(badgr().emails().remove(leo.session(), email(free), leo.client())));
            ChallengeId toAdd = app.asksToAdd(eve, free);
            String code = app.codeTo(free);
            app.passes(Duration.ofMinutes(1));
            ChallengeId back = app.asksToAdd(leo, free);
            leo = leo.after(
                    done(badgr().emails().confirm(leo.session(), back, code(app.codeTo(free)), leo.client())), app);
            Race.between(
                    () -> badgr().moves().agree(leo.session(), move.id(), leo.client()),
                    () -> badgr().emails().confirm(eve.session(), toAdd, code(code), eve.client()));
            assertMoved(true);
            assertAt(eve, eve.email());
            assertThat(Stream.of(leo, mia, eve).filter(p -> app.backpack(p).contains(award)))
                    .hasSize(1);
        });
    }

    @Test
    void aMoveRacesWithSigningUpAtTheAddressWhenItIsLetGo() {
        rounds(() -> {
            AskedMove move = app.move(mia, work);
            app.passes(Duration.ofMinutes(1));
            leo = leo.after(done(badgr().emails().remove(leo.session(), email(work), leo.client())));
            ChallengeId proof = app.proven(work);
            app.passes(DAY);
            AtomicReference<Integer> moved = new AtomicReference<>();
            Race.between(
                    () -> moved.set(badgr().moves().carryOutDue(10)),
                    () -> badgr().signUps().complete(proof, profile(app.currentTerms()), leo.client()));
            assertThat(moved.get()).isZero();
            assertAt(leo, leo.email());
            assertAt(mia, mia.email());
            assertThat(seen(mia, move).state()).isEqualTo(State.LAPSED);
        });
    }

    @Test
    void addressesThatCrossNeitherWaitForEachOtherNorGetLost() {
        rounds(() -> {
            EmailAddress hers = Some.address();
            mia = app.withAddress(mia, hers);
            app.passes(Duration.ofMinutes(1));
            app.move(mia, work);
            app.move(leo, hers);
            app.passes(DAY);
            List<Integer> moved = Race.of(2, i -> badgr().moves().carryOutDue(10));
            assertThat(moved.stream().mapToInt(i -> i).sum()).isEqualTo(2);
            assertAt(mia, mia.email(), work);
            assertAt(leo, leo.email(), hers);
        });
    }

    @Test
    void ofManyAccountsThatWantOneAddressOneMayAsk() {
        List<Person> people = new ArrayList<>();
        List<ChallengeId> challenges = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Person person = app.personWithAccount();
            people.add(person);
            challenges.add(app.asksToMove(person, work));
            codes.add(app.codeTo(work));
            app.passes(Duration.ofMinutes(1));
        }
        List<Result<AskedMove>> outcomes = Race.of(
                4,
                i -> badgr().moves()
                        .confirm(people.get(i).session(), challenges.get(i), code(codes.get(i)), mia.client()));
        assertThat(outcomes.stream().filter(Result::isSuccess)).hasSize(1);
        assertThat(outcomes.stream().filter(o -> !o.isSuccess()).map(o -> refusal(o)))
                .containsOnly(new Refusal.NotPossible(Rule.MOVE_ASKED_BEFORE));
        assertThat(done(badgr().moves().asked(leo.session()))).hasSize(1);
    }

    /** Each with two people of its own. */
    private void rounds(Runnable round) {
        for (int i = 0; i < ROUNDS; i++) {
            twoPeople();
            round.run();
        }
    }

    private EmailAddress second(Person person) {
        return person.account().emails().get(1).address();
    }

    private void assertMoved(boolean moved) {
        Account owner = account(moved ? mia : leo);
        assertThat(badgr().accounts().findByEmail(work)).contains(owner);
        if (moved) {
            assertAt(leo, leo.email());
            assertAt(mia, mia.email(), work);
        } else {
            assertAt(leo, leo.email(), work);
            assertAt(mia, mia.email());
        }
    }
}
