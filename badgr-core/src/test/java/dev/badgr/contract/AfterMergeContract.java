package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.assertUnusable;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Merged;
import dev.badgr.Refusal;
import dev.badgr.Refusal.CodeUnusable.Reason;
import dev.badgr.award.AwardId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.Mail;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of all that named the account that is gone. */
public abstract class AfterMergeContract extends MergesContractBase {
    private final EmailAddress work = Some.address();
    private final EmailAddress school = Some.address();

    @Test
    void whatWasBegunForTheOtherAccountFails() {
        Person mia = app.personWithAccount(work);
        Person old = app.personWithAccount(school);
        Person third = app.personWithAccount();
        ChallengeId byThird = proven(third, school);
        ChallengeId adding = app.asksToAdd(old, Some.address());
        app.passes(Duration.ofMinutes(1));
        ChallengeId recovery =
                done(badgr().recoveries().begin(email(school), newClient())).challenge();
        done(badgr().recoveries().confirm(recovery, code(app.codeTo(school)), newClient()));
        merged(mia, old);
        assertUnusable(
                badgr().recoveries().complete(recovery, newPassword(OTHER_PASSWORD), newClient()), Reason.UNKNOWN);
        assertUnusable(merge(third, byThird), Reason.UNKNOWN);
        assertUnusable(badgr().merges().preview(third.session(), byThird), Reason.UNKNOWN);
        assertRefused(badgr().emails().resend(old.session(), adding, old.client()), new Refusal.SessionEnded());
        assertThat(badgr().accounts().findByEmail(school).orElseThrow().id()).isEqualTo(mia.id());
    }

    @Test
    void whoeverKeptTheIdThatIsGoneFindsTheOneThatStays() {
        Person mia = app.personWithAccount(work);
        Person old = app.personWithAccount(school);
        Person oldest = app.personWithAccount();
        merged(old, oldest);
        Person signedIn = app.signedInAgain(old, PASSWORD);
        merged(mia, signedIn);
        assertThat(badgr().merges().survivorOf(oldest.id())).contains(mia.id());
        assertThat(badgr().merges().survivorOf(old.id())).contains(mia.id());
        assertThat(badgr().merges().survivorOf(mia.id())).isEmpty();
    }

    @Test
    void aLinkInAnOlderMailStillStopsThePersonsMails() {
        Person mia = app.personWithAccount(work);
        Person old = app.personWithAccount(school);
        String token = badgr().consents().unsubscribeLink(old.id()).token().value();
        merged(mia, old);
        badgr().consents().setEmailUpdates(mia.id(), true);
        done(badgr().consents().withdraw(token));
        assertThat(badgr().consents().wantsEmailUpdates(mia.id())).isFalse();
        int entries = badgr().consents().emailUpdates(mia.id()).size();
        done(badgr().consents().withdraw(token));
        assertThat(badgr().consents().emailUpdates(mia.id())).as("once").hasSize(entries);
    }

    @Test
    void spellingsThatWereAddedComeWithTheirAddress() {
        Person mia = app.personWithAccount(work);
        Person old = app.personWithAccount(school);
        EmailAddress odd = EmailAddress.parse(school.text().toUpperCase(Locale.ROOT));
        done(badgr().emails().addSpelling(old.session(), email(odd)));
        Merged merged = merged(mia, old);
        assertThat(done(badgr().emails().spellings(merged.session(), email(school))))
                .containsExactly(school, odd);
    }

    @Test
    void everyAddressOfBothIsTold() {
        app = TestApp.at(Times.earlierThanEver(), storage(), builder -> {});
        Person mia = app.withAddress(app.personWithAccount(work), Some.address());
        Person old = app.withAddress(app.personWithAccount(school), Some.address());
        badgr().notices().deliver(1000);
        Merged merged = merged(mia, old);
        badgr().notices().deliver(1000);
        assertThat(merged.account().emails()).hasSize(4);
        for (EmailAddress address : addresses(merged.account())) {
            Mail last = app.lastMailTo(address);
            assertThat(last.kind()).isEqualTo(Mail.Kind.SECURITY);
            assertThat(last.text()).contains("The account of " + school.masked() + " was merged");
        }
    }

    @Test
    void aLinkOfTheOtherGoesOnShowingUnderTheNameThatStays() {
        Person mia = app.personWithAccount(work);
        Person old = app.personWithAccount(school);
        AwardId award = app.awarded(school);
        String token = done(badgr().sharing().create(old.id(), award, Optional.empty()))
                .token()
                .value();
        merged(mia, old);
        assertThat(badgr().sharing().view(token)).isPresent();
        assertThat(badgr().sharing().list(mia.id())).hasSize(1);
    }
}
