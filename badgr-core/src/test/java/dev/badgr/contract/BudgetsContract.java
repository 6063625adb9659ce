package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Forms.profile;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.assertTryLater;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.SCHOOL;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Client;
import dev.badgr.EmailProven;
import dev.badgr.Limits;
import dev.badgr.OidcClaims;
import dev.badgr.Refusal;
import dev.badgr.SignedIn;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Rules;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.Mail;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a mailbox, a client and the whole system may do before they have to wait. */
public abstract class BudgetsContract extends VerbContract {
    private final EmailAddress mia = Some.address();

    @Test
    void aClientBeginsTwentyTimesAnHour() {
        Client school = newClient();
        Instant first = app.now();
        for (int i = 0; i < 20; i++) {
            done(badgr().signUps().begin(email(Some.address()), school));
        }
        assertTryLater(badgr().signUps().begin(email(mia), school), first.plus(Duration.ofHours(1)));
        assertTryLater(badgr().recoveries().begin(email(mia), school), first.plus(Duration.ofHours(1)));
        assertThat(app.begun(mia)).as("others are not concerned").isNotNull();
        app.passes(Duration.ofHours(1));
        done(badgr().signUps().begin(email(Some.address()), school));
    }

    @Test
    void anAccountAsksToAddTwentyAddressesAnHour() {
        Person ada = app.personWithAccount();
        for (int i = 0; i < 20; i++) {
            app.asksToAdd(ada, Some.address());
        }
        assertTryLater(badgr().emails().add(ada.session(), email(mia), newClient()));
    }

    @Test
    void allOfAnIpv6NetworkIsOneClient() {
        use(CodeRules.standard().withSignUpsPerClient(new dev.badgr.email.Rate(1, Duration.ofHours(1))));
        String network =
                "2001:db8:" + Some.word().substring(0, 4) + ":" + Some.word().substring(0, 4);
        done(badgr().signUps().begin(email(mia), Client.of(network + "::1")));
        Client neighbour = Client.of(network + ":ffff:ffff:ffff:fffe");
        assertTryLater(badgr().signUps().begin(email(Some.address()), neighbour));
    }

    @Test
    void aClientThatGuessesTooOftenIsRefusedForAnHourEvenIfItIsRight() {
        use(Rules.wrongGuesses(50, 3, 10_000));
        Client guesser = newClient();
        EmailAddress other = Some.address();
        ChallengeId first = app.begun(mia);
        ChallengeId second = app.begun(other);
        guessWrongly(first, mia, guesser, 2);
        guessWrongly(second, other, guesser, 1);
        assertTryLater(badgr().signUps().confirm(second, code(app.codeTo(other)), guesser));
        done(badgr().signUps().confirm(second, code(app.codeTo(other)), newClient()));
        app.passes(Duration.ofHours(1));
        ChallengeId later = app.begun(mia);
        done(badgr().signUps().confirm(later, code(app.codeTo(mia)), guesser));
    }

    @Test
    void anAddressThatIsGuessedAtTooOftenGetsNoMoreCodesForTheDay() {
        use(Rules.wrongGuesses(3, 60, 10_000));
        Instant start = app.now();
        ChallengeId challenge = app.begun(mia);
        guessWrongly(challenge, mia, newClient(), 3);
        assertTryLater(badgr().signUps().confirm(challenge, code(app.codeTo(mia)), newClient()));
        app.passes(Duration.ofMinutes(1));
        Instant tomorrow = start.plus(Duration.ofDays(1));
        assertTryLater(badgr().signUps().begin(email(mia), newClient()), tomorrow);
        assertTryLater(badgr().signUps().resend(challenge, newClient()), tomorrow);
        app.passes(Duration.ofDays(1));
        app.personWithAccount(mia);
    }

    @Test
    void aResendDoesNotRefillTheBudgetOfWrongGuesses() {
        use(Rules.wrongGuesses(4, 60, 10_000));
        ChallengeId first = app.begun(mia);
        guessWrongly(first, mia, newClient(), 3);
        app.passes(Duration.ofMinutes(1));
        ChallengeId second = done(badgr().signUps().resend(first, newClient())).challenge();
        guessWrongly(second, mia, newClient(), 1);
        assertTryLater(badgr().signUps().confirm(second, code(app.codeTo(mia)), newClient()));
    }

    @Test
    void afterASpentBudgetRecoveryIsStillPossibleByALink() {
        use(Rules.wrongGuesses(3, 3, 10_000));
        Client client = newClient();
        Person ada = app.personWithAccount(mia);
        spendTheBudgetOf(mia, client);
        ChallengeId challenge =
                done(badgr().recoveries().begin(email(mia), client)).challenge();
        String token = tokenTo(mia);
        done(badgr().recoveries().confirm(challenge, code(token), client));
        SignedIn signedIn = done(badgr().recoveries().complete(challenge, newPassword(OTHER_PASSWORD), client));
        assertThat(signedIn.account().id()).isEqualTo(ada.id());
    }

    @Test
    void afterASpentBudgetSessionsAndSocialAccountsStillWork() {
        use(Rules.wrongGuesses(3, 60, 10_000));
        ExternalIdentity identity = new ExternalIdentity(SCHOOL, Some.word());
        Person ada = app.personWithAccount(mia);
        ada = ada.after(done(badgr().accounts().link(ada.session(), identity, ada.client())));
        spendTheBudgetOf(mia, newClient());
        assertThat(done(badgr().signIns().check(ada.session())).id()).isEqualTo(ada.id());
        var claims = new OidcClaims(identity, mia.text(), true);
        assertThat(done(badgr().signIns().withIdentity(claims, newClient()))).isInstanceOf(SignedIn.class);
    }

    @Test
    void afterASpentBudgetWhoIsVouchedForStillSignsUp() {
        use(Rules.wrongGuesses(3, 60, 10_000));
        spendTheBudgetOf(mia, newClient());
        var claims = new OidcClaims(new ExternalIdentity(SCHOOL, Some.word()), mia.text(), true);
        assertThat(done(badgr().signIns().withIdentity(claims, newClient()))).isInstanceOf(EmailProven.class);
    }

    @Test
    void inAStormOfWrongGuessesMailsCarryLinksInsteadOfCodes() {
        app = TestApp.at(
                Times.laterThanEver(),
                storage(),
                builder -> builder.limits(Limits.standard().with(Rules.wrongGuesses(50, 60, 3))));
        Person ada = app.personWithAccount();
        for (int i = 0; i < 3; i++) {
            EmailAddress victim = Some.address();
            guessWrongly(app.begun(victim), victim, newClient(), 1);
        }
        ChallengeId challenge = app.begun(mia);
        Mail mail = app.lastMailTo(mia);
        assertThat(mail.values()).doesNotContainKey("code");
        assertThat(mail.text()).contains(mail.values().get("link"));
        assertThat(mail.values().get("link")).contains("/confirm/" + challenge.text() + "/");
        done(badgr().signUps().confirm(challenge, code(tokenTo(mia)), newClient()));
        done(badgr().signUps().complete(challenge, profile(app.currentTerms()), newClient()));
        EmailAddress more = Some.address();
        ChallengeId add = app.asksToAdd(ada, more);
        done(badgr().emails().confirm(ada.session(), add, code(tokenTo(more)), ada.client()));

        app.passes(Duration.ofDays(1));
        EmailAddress after = Some.address();
        app.begun(after);
        assertThat(app.codeTo(after)).hasSize(6);
    }

    private void use(CodeRules rules) {
        app = TestApp.on(storage(), builder -> builder.limits(Limits.standard().with(rules)));
    }

    private void guessWrongly(ChallengeId challenge, EmailAddress address, Client client, int times) {
        for (int i = 0; i < times; i++) {
            var result = badgr().signUps().confirm(challenge, code(app.wrongCodeTo(address)), client);
            assertThat(dev.badgr.fixture.Outcomes.refusal(result)).isInstanceOf(Refusal.WrongCode.class);
        }
    }

    /** Somebody who doesn't own it guesses at codes for an address, by recovery if it has an account. */
    private void spendTheBudgetOf(EmailAddress address, Client client) {
        app.passes(Duration.ofMinutes(1));
        ChallengeId challenge =
                done(badgr().recoveries().begin(email(address), newClient())).challenge();
        for (int left = 4; left > 1; left--) {
            String wrong = app.lastMailTo(address).values().containsKey("code") ? app.wrongCodeTo(address) : "123456";
            assertRefused(badgr().recoveries().confirm(challenge, code(wrong), client), new Refusal.WrongCode(left));
        }
        app.passes(Duration.ofMinutes(1));
    }

    private String tokenTo(EmailAddress address) {
        String link = app.lastMailTo(address).values().get("link");
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
