package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Client;
import dev.badgr.OidcClaims;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.Session;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.backpack.Page;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Forms;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.port.Actor;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept of what happened to an account, as its person and the host read it. */
public abstract class AuditContract extends VerbContract {
    private static final Actor.Staff STAFF = new Actor.Staff("staff-17", "Asked by phone.");

    @Test
    void aLifeIsOnRecordNewestFirst() {
        Person mia = app.personWithAccount();
        app.passes(Duration.ofSeconds(1));
        mia = app.signedInAgain(mia, PASSWORD);
        app.passes(Duration.ofMinutes(1));
        EmailAddress second = Some.address();
        mia = app.withAddress(mia, second);
        app.passes(Duration.ofSeconds(1));
        mia = mia.after(badgr().emails()
                .makePrimary(mia.session(), email(second), mia.client())
                .orElseThrow());
        app.passes(Duration.ofSeconds(1));
        mia = mia.after(badgr().accounts()
                .changePassword(mia.session(), newPassword(OTHER_PASSWORD), mia.client())
                .orElseThrow());
        assertThat(events(mia.id()))
                .containsExactly(
                        Event.PASSWORD_CHANGED,
                        Event.PRIMARY_EMAIL_CHANGED,
                        Event.EMAIL_ADDED,
                        Event.SIGNED_IN,
                        Event.ACCOUNT_CREATED);
        assertThat(records(mia.id())).extracting(AuditRecord::actor).hasOnlyElementsOfType(Actor.Person.class);
        assertThat(records(mia.id()).stream().map(AuditRecord::actor).distinct())
                .hasSize(1);
        assertThat(records(mia.id()).get(1).detail()).isEqualTo(second.masked());
    }

    @Test
    void aRecoveryIsOnRecord() {
        Person mia = app.personWithAccount();
        app.passes(Duration.ofMinutes(2));
        ChallengeId challenge = badgr().recoveries()
                .begin(email(mia.email()), newClient())
                .orElseThrow()
                .challenge();
        badgr().recoveries()
                .confirm(challenge, Forms.code(app.codeTo(mia.email())), newClient())
                .orElseThrow();
        badgr().recoveries()
                .complete(challenge, newPassword(OTHER_PASSWORD), newClient())
                .orElseThrow();
        assertThat(events(mia.id())).containsExactly(Event.PASSWORD_RECOVERED, Event.ACCOUNT_CREATED);
    }

    @Test
    void aSocialSignInIsOnRecordWithItsIssuerOnly() {
        ExternalIdentity identity = new ExternalIdentity("https://login.elsewhere.example", Some.word());
        Person mia = app.personWithOnly(identity);
        app.passes(Duration.ofSeconds(1));
        badgr().signIns()
                .withIdentity(new OidcClaims(identity, mia.email().text(), true), newClient())
                .orElseThrow();
        AuditRecord latest = records(mia.id()).get(0);
        assertThat(latest.event()).isEqualTo(Event.SIGNED_IN);
        assertThat(latest.detail()).isEqualTo(identity.issuer());
    }

    @Test
    void wrongPasswordsAreOnRecordOnceTheySlowTheGuesserDown() {
        Person mia = app.personWithAccount();
        Client guesser = newClient();
        for (int i = 0; i < 20; i++) {
            guess(mia.email(), guesser);
        }
        assertThat(events(mia.id())).containsExactlyInAnyOrder(Event.SIGN_INS_SLOWED, Event.ACCOUNT_CREATED);
    }

    @Test
    void whatAGuesserCanMakeGrowIsBounded() {
        Person mia = app.personWithAccount();
        app.passes(Duration.ofSeconds(1));
        for (int i = 0; i < 150; i++) {
            guess(mia.email(), newClient());
        }
        assertThat(events(mia.id())).containsExactly(Event.PASSWORD_DISABLED, Event.ACCOUNT_CREATED);
    }

    @Test
    void aRightPasswordAfterFourWrongOnesIsNoBackOff() {
        Person mia = app.personWithAccount();
        for (int i = 0; i < 4; i++) {
            guess(mia.email(), mia.client());
        }
        app.passes(Duration.ofSeconds(1));
        app.signedInAgain(mia, PASSWORD);
        assertThat(events(mia.id())).containsExactly(Event.SIGNED_IN, Event.ACCOUNT_CREATED);
    }

    @Test
    void thePersonReadsTheSameButNotWhichMemberOfTheStaffAndWhy() {
        Person mia = app.personWithAccount();
        app.passes(Duration.ofSeconds(1));
        badgr().administration().find(STAFF, email(mia.email())).orElseThrow();
        List<AuditRecord> own = badgr().audit()
                .own(mia.session(), AuditQuery.newest(10))
                .orElseThrow()
                .items();
        assertThat(own).extracting(AuditRecord::event).isEqualTo(events(mia.id()));
        assertThat(own.get(0).actor()).isEqualTo(new Actor.Host());
        assertThat(records(mia.id()).get(0).actor()).isEqualTo(STAFF);
        assertThat(own.get(1)).isEqualTo(records(mia.id()).get(1));
    }

    @Test
    void aSessionThatHasEndedReadsNothing() {
        Person mia = app.personWithAccount();
        Session ended = new Session(mia.id(), mia.session().epoch() - 1, app.now());
        Result<Page<AuditRecord>> page = badgr().audit().own(ended, AuditQuery.newest(10));
        assertThat(page).isEqualTo(Result.refused(new Refusal.SessionEnded()));
    }

    @Test
    void pagesCoverEverythingOnce() {
        Person mia = app.personWithAccount();
        for (int i = 0; i < 6; i++) {
            app.signedInAgain(mia, PASSWORD);
        }
        List<AuditRecord> read = new ArrayList<>();
        Page<AuditRecord> page = badgr().audit().of(mia.id(), AuditQuery.newest(3));
        read.addAll(page.items());
        for (Optional<String> next = page.next(); next.isPresent(); next = page.next()) {
            page = badgr().audit().of(mia.id(), AuditQuery.newest(3).after(next.get()));
            read.addAll(page.items());
        }
        assertThat(read).hasSize(7).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(records(mia.id()));
    }

    private void guess(EmailAddress address, Client from) {
        badgr().signIns().withPassword(signIn(address, OTHER_PASSWORD), from);
    }

    private List<Event> events(AccountId of) {
        return records(of).stream().map(AuditRecord::event).toList();
    }

    private List<AuditRecord> records(AccountId of) {
        return badgr().audit().of(of, AuditQuery.newest(100)).items();
    }
}
