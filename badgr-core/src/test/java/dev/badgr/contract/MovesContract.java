package dev.badgr.contract;

import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.AskedMove;
import dev.badgr.AskedMove.Direction;
import dev.badgr.MoveOutcome;
import dev.badgr.PreferencesForm;
import dev.badgr.Refusal;
import dev.badgr.Rule;
import dev.badgr.account.AddressMove.Lapse;
import dev.badgr.account.AddressMove.State;
import dev.badgr.account.MoveId;
import dev.badgr.award.AwardId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.port.Actor;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.Event;
import dev.badgr.port.Mail;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Moving an address to the account of whoever reads its mail: asked, agreed to, objected to, and when its time has come. */
public abstract class MovesContract extends MovesContractBase {
    @Test
    void itWaitsForTheOtherPersonAndBothSeeIt() {
        AskedMove coming = app.move(mia, work);
        assertThat(coming)
                .isEqualTo(new AskedMove(
                        coming.id(),
                        work,
                        Direction.COMING,
                        State.PENDING,
                        Optional.empty(),
                        app.now(),
                        app.now().plus(DAY)));
        assertThat(done(badgr().moves().asked(mia.session()))).containsExactly(coming);
        AskedMove leaving = done(badgr().moves().asked(leo.session())).get(0);
        assertThat(leaving)
                .usingRecursiveComparison()
                .ignoringFields("direction")
                .isEqualTo(coming);
        assertThat(leaving.direction()).isEqualTo(Direction.LEAVING);
        assertAt(leo, leo.email(), work);
        assertThat(MoveId.parse(leaving.id().text())).isEqualTo(leaving.id());
    }

    @Test
    void whoAgreesGivesItAwayAtOnceAndItsBadgesFollow() {
        AwardId award = app.awarded(work);
        AskedMove move = app.move(mia, work);
        MoveOutcome outcome = done(badgr().moves().agree(leo.session(), move.id(), leo.client()));
        assertThat(outcome.move().state()).isEqualTo(State.MOVED);
        assertAt(leo, leo.email());
        assertAt(mia, mia.email(), work);
        assertThat(app.backpack(mia)).containsExactly(award);
        assertThat(app.backpack(leo)).isEmpty();
        assertRefused(badgr().moves().asked(leo.session()), new Refusal.SessionEnded());
        assertRefused(badgr().moves().asked(mia.session()), new Refusal.SessionEnded());
        assertThat(done(badgr().moves().asked(outcome.session()))).containsExactly(outcome.move());
        assertThat(seen(mia, move).state()).isEqualTo(State.MOVED);
    }

    @Test
    void aLinkOfWhoLosesItShowsNothingAnyMore() {
        AwardId award = app.awarded(work);
        String token = done(badgr().sharing().create(leo.id(), award, Optional.empty()))
                .token()
                .value();
        assertThat(badgr().sharing().view(token)).isPresent();
        done(badgr().moves().agree(leo.session(), app.move(mia, work).id(), leo.client()));
        assertThat(badgr().sharing().view(token)).isEmpty();
    }

    @Test
    void whatHangsOnTheMailboxGoesWithIt() {
        EmailAddress shouted = EmailAddress.parse(work.text().toUpperCase(Locale.ROOT));
        done(badgr().emails().addSpelling(leo.session(), email(shouted)));
        done(badgr().moves().agree(leo.session(), app.move(mia, work).id(), leo.client()));
        mia = again(mia);
        assertThat(done(badgr().emails().spellings(mia.session(), email(work)))).contains(work, shouted);
    }

    @Test
    void ifItWasThePrimaryOneTheOldestOtherBecomesThat() {
        EmailAddress first = leo.email();
        EmailAddress third = Some.address();
        leo = app.withAddress(leo, third);
        leo = leo.after(done(badgr().emails().makePrimary(leo.session(), email(work), leo.client())));
        done(badgr().moves().agree(leo.session(), app.move(mia, work).id(), leo.client()));
        assertAt(leo, first, third);
        assertThat(account(leo).primaryEmail().address()).isEqualTo(first);
        assertThat(account(mia).primaryEmail().address()).isEqualTo(mia.email());
    }

    @Test
    void whoObjectsKeepsItAndItCanBeAskedForAgain() {
        AskedMove move = app.move(mia, work);
        app.passes(DAY.minusMillis(1));
        AskedMove objected = done(badgr().moves().object(leo.session(), move.id(), leo.client()));
        assertThat(objected.state()).isEqualTo(State.OBJECTED);
        app.passes(Duration.ofMillis(1));
        assertThat(badgr().moves().carryOutDue(10)).isZero();
        assertAt(leo, leo.email(), work);
        assertThat(seen(mia, move).state()).isEqualTo(State.OBJECTED);
        mia = again(mia);
        AskedMove next = app.move(mia, work);
        assertThat(done(badgr().moves().asked(mia.session()))).containsExactly(next);
    }

    @Test
    void itIsMovedAfterADayAndOnlyOnce() {
        AskedMove move = app.move(mia, work);
        app.passes(DAY.minusMillis(1));
        assertThat(badgr().moves().carryOutDue(10)).isZero();
        assertAt(leo, leo.email(), work);
        app.passes(Duration.ofMillis(1));
        assertThat(badgr().moves().carryOutDue(10)).isEqualTo(1);
        assertThat(badgr().moves().carryOutDue(10)).isZero();
        assertAt(leo, leo.email());
        assertAt(mia, mia.email(), work);
        assertRefused(badgr().moves().asked(leo.session()), new Refusal.SessionEnded());
        assertThat(seen(leo, move).state()).isEqualTo(State.MOVED);
    }

    @Test
    void oneRunCarriesOutNoMoreThanItMay() {
        EmailAddress other = Some.address();
        leo = app.withAddress(leo, other);
        app.passes(Duration.ofMinutes(1));
        app.move(mia, work);
        app.move(mia, other);
        app.passes(DAY);
        assertThat(badgr().moves().carryOutDue(0)).isZero();
        assertThat(badgr().moves().carryOutDue(1)).isEqualTo(1);
        assertThat(badgr().moves().carryOutDue(10)).isEqualTo(1);
    }

    @Test
    void whoWantsItNeedNotWaitForTheScheduleButForTheDay() {
        AskedMove move = app.move(mia, work);
        app.passes(DAY.minusMillis(1));
        mia = again(mia);
        assertNotPossible(badgr().moves().complete(mia.session(), move.id(), mia.client()), Rule.MOVE_NOT_DUE);
        app.passes(Duration.ofMillis(1));
        MoveOutcome outcome = done(badgr().moves().complete(mia.session(), move.id(), mia.client()));
        assertThat(outcome.move().state()).isEqualTo(State.MOVED);
        mia = mia.after(outcome, app);
        assertAt(mia, mia.email(), work);
        assertThat(done(badgr().moves().asked(mia.session()))).containsExactly(outcome.move());
    }

    @Test
    void afterADayItIsTooLateToObjectButNotToAgreeOrToWithdraw() {
        AskedMove move = app.move(mia, work);
        app.passes(DAY);
        assertNotPossible(badgr().moves().object(leo.session(), move.id(), leo.client()), Rule.MOVE_OVER);
        leo = again(leo);
        done(badgr().moves().agree(leo.session(), move.id(), leo.client()));
        assertAt(mia, mia.email(), work);
    }

    @Test
    void whoAskedCanTakeItBack() {
        AskedMove move = app.move(mia, work);
        assertLapsed(done(badgr().moves().withdraw(mia.session(), move.id(), mia.client())), Lapse.WITHDRAWN);
        assertLapsed(done(badgr().moves().asked(leo.session())).get(0), Lapse.WITHDRAWN);
        app.passes(DAY);
        assertThat(badgr().moves().carryOutDue(10)).isZero();
        assertAt(leo, leo.email(), work);
    }

    @Test
    void whatIsDecidedStaysDecided() {
        AskedMove move = app.move(mia, work);
        done(badgr().moves().object(leo.session(), move.id(), leo.client()));
        assertNotPossible(badgr().moves().object(leo.session(), move.id(), leo.client()), Rule.MOVE_OVER);
        assertNotPossible(badgr().moves().agree(leo.session(), move.id(), leo.client()), Rule.MOVE_OVER);
        assertNotPossible(badgr().moves().withdraw(mia.session(), move.id(), mia.client()), Rule.MOVE_OVER);
        assertNotPossible(badgr().moves().complete(mia.session(), move.id(), mia.client()), Rule.MOVE_OVER);
    }

    @Test
    void eachPersonDecidesHerOwnSideOnly() {
        AskedMove move = app.move(mia, work);
        Person eve = app.personWithAccount();
        for (Person other : List.of(mia, eve)) {
            assertNotPossible(badgr().moves().agree(other.session(), move.id(), other.client()), Rule.MOVE_OVER);
            assertNotPossible(badgr().moves().object(other.session(), move.id(), other.client()), Rule.MOVE_OVER);
        }
        for (Person other : List.of(leo, eve)) {
            assertNotPossible(badgr().moves().withdraw(other.session(), move.id(), other.client()), Rule.MOVE_OVER);
            assertNotPossible(badgr().moves().complete(other.session(), move.id(), other.client()), Rule.MOVE_OVER);
        }
        assertThat(done(badgr().moves().asked(eve.session()))).isEmpty();
        assertThat(done(badgr().moves().asked(leo.session())))
                .extracting(AskedMove::state)
                .containsExactly(State.PENDING);
    }

    @Test
    void everyAddressOfTheOtherAccountIsToldUntilWhenToObject() {
        done(badgr().accounts().setPreferences(leo.session(), new PreferencesForm("de", "Europe/Berlin")));
        badgr().notices().deliver(1000);
        AskedMove move = app.move(mia, work);
        badgr().notices().deliver(1000);
        for (EmailAddress address : List.of(leo.email(), work)) {
            Mail mail = app.lastMailTo(address);
            assertThat(mail.kind()).isEqualTo(Mail.Kind.MOVE_ASKED);
            assertThat(mail.values()).containsEntry("detail", work.masked());
            assertThat(mail.values()).containsEntry("until", move.dueAt().toString());
            assertThat(mail.locale()).isEqualTo(Locale.GERMAN);
            assertThat(mail.text()).doesNotContain(mia.email().text(), mia.id().toString());
        }
        assertThat(app.mailsTo(mia.email())).extracting(Mail::kind).doesNotContain(Mail.Kind.MOVE_ASKED);
    }

    @Test
    void bothAreToldWhatBecameOfIt() {
        AskedMove objected = app.move(mia, work);
        badgr().notices().deliver(1000);
        done(badgr().moves().object(leo.session(), objected.id(), leo.client()));
        badgr().notices().deliver(1000);
        for (EmailAddress address : List.of(leo.email(), work, mia.email())) {
            assertThat(app.lastMailTo(address).kind()).isEqualTo(Mail.Kind.MOVE_ENDED);
        }
        app.passes(Duration.ofMinutes(1));
        AskedMove move = app.move(mia, work);
        done(badgr().moves().agree(leo.session(), move.id(), leo.client()));
        badgr().notices().deliver(1000);
        assertTold(leo.email(), work.masked() + " was removed from your account");
        assertTold(work, work.masked() + " was removed from your account");
        assertTold(mia.email(), "An e-mail address was added to your account");
    }

    @Test
    void bothAccountsKeepARecordOfWhatBecameOfIt() {
        AskedMove objected = app.move(mia, work);
        app.passes(Duration.ofSeconds(1));
        done(badgr().moves().object(leo.session(), objected.id(), leo.client()));
        app.passes(Duration.ofMinutes(1));
        app.move(mia, work);
        app.passes(DAY);
        badgr().moves().carryOutDue(10);
        assertThat(events(leo)).startsWith(Event.EMAIL_REMOVED, Event.MOVE_ASKED, Event.MOVE_ENDED, Event.MOVE_ASKED);
        assertThat(events(mia)).startsWith(Event.EMAIL_ADDED, Event.MOVE_ASKED, Event.MOVE_ENDED, Event.MOVE_ASKED);
        assertThat(records(mia).get(0).actor()).isEqualTo(new Actor.Host());
        assertThat(records(mia).get(1).actor()).isInstanceOf(Actor.Person.class);
        assertThat(records(leo)).allMatch(record -> !record.detail().contains(work.text()));
    }

    private void assertTold(EmailAddress address, String text) {
        assertThat(app.mailsTo(address)).anyMatch(mail -> mail.text().contains(text));
    }

    private List<Event> events(Person person) {
        return records(person).stream().map(AuditRecord::event).toList();
    }

    private List<AuditRecord> records(Person person) {
        return storage().stores().audit().page(person.id(), AuditQuery.newest(4));
    }
}
