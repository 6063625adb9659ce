package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.Outcomes.assertInvalid;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.assertTryLater;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Client;
import dev.badgr.Limits;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.SignInForm;
import dev.badgr.SignedIn;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.Password;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.SignInRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.FastHasher;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.port.PasswordHasher;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Signing in with a password, and what happens to those who guess. */
public abstract class SignInContract extends VerbContract {
    private final EmailAddress mia = Some.address();

    @Test
    void aPersonSignsInWithAnyOfHerAddressesInAnySpelling() {
        EmailAddress second = Some.address();
        Person ada = app.withAddress(app.personWithAccount(mia), second);
        app.passes(Duration.ofHours(1));
        for (EmailAddress address : new EmailAddress[] {mia, second, shouted(mia)}) {
            SignedIn signedIn = done(attempt(address, PASSWORD, newClient()));
            assertThat(signedIn.account().id()).isEqualTo(ada.id());
            assertThat(signedIn.session().signedInAt()).isEqualTo(app.now());
            assertThat(signedIn.consentDue()).isEmpty();
            assertThat(done(badgr().signIns().check(signedIn.session()))).isEqualTo(signedIn.account());
        }
    }

    @Test
    void aPasswordIsComparedInNfkcAndOtherwiseExactly() {
        app.personWithAccount(mia);
        done(attempt(mia, PASSWORD.replace("z", "ｚ"), newClient()));
        for (String other : new String[] {PASSWORD + " ", " " + PASSWORD, PASSWORD.toUpperCase(Locale.ROOT)}) {
            assertRefused(attempt(mia, other, newClient()), new Refusal.SignInRefused());
        }
    }

    @Test
    void aWrongPasswordAnUnknownAddressAndAnAccountWithoutPasswordGetOneAnswer() {
        app.personWithAccount(mia);
        Person social = app.personWithOnly(new ExternalIdentity("https://login.elsewhere.example", Some.word()));
        assertRefused(attempt(mia, OTHER_PASSWORD, newClient()), new Refusal.SignInRefused());
        assertRefused(attempt(Some.address(), OTHER_PASSWORD, newClient()), new Refusal.SignInRefused());
        assertRefused(attempt(social.email(), OTHER_PASSWORD, newClient()), new Refusal.SignInRefused());
    }

    @Test
    void anAddressThatWasRemovedSignsNobodyIn() {
        EmailAddress second = Some.address();
        Person ada = app.withAddress(app.personWithAccount(mia), second);
        done(badgr().emails().remove(ada.session(), dev.badgr.fixture.Forms.email(second), ada.client()));
        assertRefused(attempt(second, PASSWORD, newClient()), new Refusal.SignInRefused());
    }

    @Test
    void fiveFailuresStartABackOffThatGrowsFromHalfAMinuteToAQuarterOfAnHour() {
        app.personWithAccount(mia);
        backsOff(mia);
    }

    @Test
    void anUnknownAddressBacksOffInTheSameWay() {
        backsOff(Some.address());
    }

    @Test
    void duringABackOffTheRightPasswordWaitsToo() {
        app.personWithAccount(mia);
        Client guesser = newClient();
        fail(mia, guesser, 5);
        assertTryLater(attempt(mia, PASSWORD, guesser), app.now().plusSeconds(30));
        app.passes(Duration.ofSeconds(30));
        done(attempt(mia, PASSWORD, guesser));
    }

    @Test
    void aGuesserElsewhereDoesNotLockThePersonOut() {
        app.personWithAccount(mia);
        fail(mia, newClient(), 5);
        done(attempt(mia, PASSWORD, newClient()));
    }

    @Test
    void failuresFartherApartThanFiveMinutesAndThoseBeforeASuccessDoNotCount() {
        app.personWithAccount(mia);
        Client client = newClient();
        fail(mia, client, 4);
        app.passes(Duration.ofMinutes(5).plusMillis(1));
        fail(mia, client, 4);
        done(attempt(mia, PASSWORD, client));
        fail(mia, client, 4);
        done(attempt(mia, PASSWORD, client));
    }

    @Test
    void aHundredFailuresInARowDisableThePassword() {
        app.personWithAccount(mia);
        EmailAddress unknown = Some.address();
        for (EmailAddress address : new EmailAddress[] {mia, unknown}) {
            for (int i = 0; i < 20; i++) {
                fail(address, newClient(), 5);
            }
            assertRefused(attempt(address, PASSWORD, newClient()), new Refusal.PasswordDisabled());
            app.passes(Duration.ofDays(30));
            assertRefused(attempt(address, PASSWORD, newClient()), new Refusal.PasswordDisabled());
        }
    }

    @Test
    void aSuccessBeginsTheRowAnew() {
        SignInRules usual = SignInRules.standard();
        use(new SignInRules(5, usual.window(), usual.firstBackOff(), usual.longestBackOff(), 4, usual.freshFor()));
        app.personWithAccount(mia);
        fail(mia, newClient(), 3);
        done(attempt(mia, PASSWORD, newClient()));
        fail(mia, newClient(), 4);
        assertRefused(attempt(mia, PASSWORD, newClient()), new Refusal.PasswordDisabled());
    }

    @Test
    void aDisabledPasswordLeavesSessionsAndSocialAccountsAlone() {
        var identity = new ExternalIdentity("https://login.elsewhere.example", Some.word());
        Person ada = app.personWithAccount(mia);
        ada = ada.after(done(badgr().accounts().link(ada.session(), identity, ada.client())));
        for (int i = 0; i < 20; i++) {
            fail(mia, newClient(), 5);
        }
        done(badgr().signIns().check(ada.session()));
        var claims = new dev.badgr.OidcClaims(identity, mia.text(), false);
        assertThat(done(badgr().signIns().withIdentity(claims, newClient()))).isInstanceOf(SignedIn.class);
    }

    @Test
    void aHashWithWeakerParametersIsRenewedAtSignIn() {
        Person ada = app.personWithAccount(mia);
        fail(mia, newClient(), 1);
        app = TestApp.on(storage(), builder -> builder.passwordHasher(new FastHasher(2)));
        assertRefused(attempt(mia, OTHER_PASSWORD, newClient()), new Refusal.SignInRefused());
        assertThat(strengthOfTheHashOf(ada)).isEqualTo(1);
        SignedIn signedIn = done(attempt(mia, PASSWORD, newClient()));
        assertThat(strengthOfTheHashOf(ada)).isEqualTo(2);
        assertThat(signedIn.session().epoch())
                .as("nobody is signed out by it")
                .isEqualTo(ada.account().epoch());
        done(badgr().signIns().check(ada.session()));
        done(attempt(mia, PASSWORD, newClient()));
    }

    @Test
    void whenTooManyHashesWaitThePersonMayTryAgain() {
        app.personWithAccount(mia);
        app = TestApp.on(storage(), builder -> builder.passwordHasher(new Busy()));
        assertTryLater(attempt(mia, PASSWORD, newClient()));
        assertTryLater(attempt(Some.address(), PASSWORD, newClient()));
    }

    @Test
    void whatCanBeNoAddressOrPasswordIsRefusedAndCostsNoAttempt() {
        app.personWithAccount(mia);
        Client client = newClient();
        for (int i = 0; i < 6; i++) {
            assertInvalid(form(new SignInForm("mia", PASSWORD), client), "email: email.format");
            assertInvalid(form(new SignInForm(mia.text(), ""), client), "password: required");
            assertInvalid(form(new SignInForm(mia.text(), "p".repeat(257)), client), "password: too-long");
            assertInvalid(form(new SignInForm(mia.text(), "a\u0000b"), client), "password: control-character");
        }
        done(attempt(mia, PASSWORD, client));
    }

    private void backsOff(EmailAddress address) {
        Client guesser = newClient();
        fail(address, guesser, 5);
        for (int seconds : new int[] {30, 60, 120, 240}) {
            assertTryLater(attempt(address, OTHER_PASSWORD, guesser), app.now().plusSeconds(seconds));
            app.passes(Duration.ofSeconds(seconds));
            assertRefused(attempt(address, OTHER_PASSWORD, guesser), new Refusal.SignInRefused());
        }
    }

    private void fail(EmailAddress address, Client client, int times) {
        for (int i = 0; i < times; i++) {
            assertRefused(attempt(address, OTHER_PASSWORD, client), new Refusal.SignInRefused());
        }
    }

    private void use(SignInRules rules) {
        app = TestApp.on(storage(), builder -> builder.limits(Limits.standard().with(rules)));
    }

    private int strengthOfTheHashOf(Person person) {
        return FastHasher.strengthOf(badgr().accounts()
                .find(person.id())
                .flatMap(account -> account.password())
                .orElseThrow());
    }

    private Result<SignedIn> attempt(EmailAddress address, String password, Client client) {
        return form(signIn(address, password), client);
    }

    private Result<SignedIn> form(SignInForm form, Client client) {
        return badgr().signIns().withPassword(form, client);
    }

    private static EmailAddress shouted(EmailAddress address) {
        return EmailAddress.parse(address.text().toUpperCase(Locale.ROOT));
    }

    /** Turns everybody away. */
    private static final class Busy implements PasswordHasher {
        @Override
        public Optional<PasswordHash> hash(Password password) {
            return Optional.empty();
        }

        @Override
        public Optional<Boolean> matches(Password password, Optional<PasswordHash> stored) {
            return Optional.empty();
        }

        @Override
        public boolean isOutdated(PasswordHash stored) {
            return false;
        }
    }
}
