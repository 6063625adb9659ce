package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Forms.profile;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.Outcomes.assertInvalid;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.assertTryLater;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Changed;
import dev.badgr.Client;
import dev.badgr.OidcClaims;
import dev.badgr.PreferencesForm;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.Rule;
import dev.badgr.SignedIn;
import dev.badgr.account.Account;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.Preferences;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.FastHasher;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.Mail;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways in: passwords and linked social accounts. */
public abstract class AccountsContract extends VerbContract {
    private final ExternalIdentity social = new ExternalIdentity("https://login.elsewhere.example", Some.word());
    private Person mia;

    @BeforeEach
    void miaHasAnAccount() {
        mia = app.personWithAccount();
    }

    @Test
    void aPasswordIsChangedAndAllOtherSessionsEnd() {
        Person elsewhere = app.signedInAgain(mia, PASSWORD);
        Changed changed = done(change(OTHER_PASSWORD));
        done(badgr().signIns().check(changed.session()));
        assertRefused(badgr().signIns().check(elsewhere.session()), new Refusal.SessionEnded());
        assertRefused(
                badgr().signIns().withPassword(signIn(mia.email(), PASSWORD), newClient()),
                new Refusal.SignInRefused());
        done(badgr().signIns().withPassword(signIn(mia.email(), OTHER_PASSWORD), newClient()));
    }

    @Test
    void aPasswordMustBeGoodEnoughForThisPerson() {
        assertInvalid(change("fourteen chars"), "password: password.too-short");
        assertInvalid(change("qwertyuiopasdfgh"), "password: password.guessable");
        assertInvalid(change("zebra MÜLLER quartz lagoon"), "password: password.personal");
        assertInvalid(change("zebra " + mia.email().localPart() + " quartz"), "password: password.personal");
        assertInvalid(change("x".repeat(257)), "password: too-long");
        assertInvalid(change(null), "password: required");
        app = TestApp.on(
                storage(),
                builder -> builder.compromisedPasswords(
                        password -> password.value().equals(OTHER_PASSWORD)));
        assertInvalid(change(OTHER_PASSWORD), "password: password.compromised");
        done(change("quartz lagoon zebra teapot"));
    }

    @Test
    void whenTooManyHashesWaitThePasswordStays() {
        app = TestApp.on(
                storage(),
                builder -> builder.passwordHasher(new FastHasher(1) {
                    @Override
                    public Optional<PasswordHash> hash(dev.badgr.account.Password password) {
                        return Optional.empty();
                    }
                }));
        assertTryLater(change(OTHER_PASSWORD));
        done(badgr().signIns().withPassword(signIn(mia.email(), PASSWORD), newClient()));
    }

    @Test
    void aLinkedSocialAccountIsAWayIn() {
        Changed changed = done(badgr().accounts().link(mia.session(), social, mia.client()));
        assertThat(changed.account().identities()).containsExactly(social);
        assertRefused(badgr().signIns().check(mia.session()), new Refusal.SessionEnded());
        SignedIn signedIn =
                (SignedIn) done(badgr().signIns().withIdentity(new OidcClaims(social, null, false), newClient()));
        assertThat(signedIn.account()).isEqualTo(changed.account());
    }

    @Test
    void aSocialAccountIsLinkedOnceAndToOneAccount() {
        Person eve = app.personWithAccount();
        mia = mia.after(done(badgr().accounts().link(mia.session(), social, mia.client())));
        assertNotPossible(badgr().accounts().link(mia.session(), social, mia.client()), Rule.IDENTITY_ALREADY_LINKED);
        assertNotPossible(badgr().accounts().link(eve.session(), social, eve.client()), Rule.IDENTITY_TAKEN);
        done(badgr().signIns().check(eve.session()));
    }

    @Test
    void anUnlinkedSocialAccountIsNoWayInAnyMore() {
        mia = mia.after(done(badgr().accounts().link(mia.session(), social, mia.client())));
        Person elsewhere = mia;
        mia = mia.after(done(badgr().accounts().unlink(mia.session(), social, mia.client())));
        assertThat(mia.account().identities()).isEmpty();
        assertRefused(badgr().signIns().check(elsewhere.session()), new Refusal.SessionEnded());
        var claims = new OidcClaims(social, Some.address().text(), false);
        assertThat(done(badgr().signIns().withIdentity(claims, newClient()))).isNotInstanceOf(SignedIn.class);
        assertNotPossible(badgr().accounts().unlink(mia.session(), social, mia.client()), Rule.NOT_ITS_IDENTITY);
    }

    @Test
    void theLastWayInStays() {
        Person ada = app.personWithOnly(social);
        assertNotPossible(badgr().accounts().unlink(ada.session(), social, ada.client()), Rule.LAST_WAY_IN);
        Changed withPassword =
                done(badgr().accounts().changePassword(ada.session(), newPassword(PASSWORD), ada.client()));
        done(badgr().accounts().unlink(withPassword.session(), social, ada.client()));
        done(badgr().signIns().withPassword(signIn(ada.email(), PASSWORD), newClient()));
    }

    @Test
    void changesNeedASignInOfTheLastFiveMinutes() {
        mia = mia.after(done(badgr().accounts().link(mia.session(), social, mia.client())));
        app.passes(Duration.ofMinutes(5));
        mia = mia.after(done(change(OTHER_PASSWORD)));
        app.passes(Duration.ofMillis(1));
        for (Result<?> refused : everyChange()) {
            assertRefused(refused, new Refusal.SignInTooOld());
        }
        mia = app.signedInAgain(mia, OTHER_PASSWORD);
        done(change(PASSWORD));
    }

    @Test
    void aSessionThatHasEndedChangesNothing() {
        Changed changed = done(change(OTHER_PASSWORD));
        for (Result<?> refused : everyChange()) {
            assertRefused(refused, new Refusal.SessionEnded());
        }
        assertThat(badgr().accounts().find(mia.id())).contains(changed.account());
    }

    @Test
    void anAccountBeginsInTheLanguageAndZoneOfWhoMadeIt() {
        EmailAddress address = Some.address();
        Client client = newClient().in(Locale.CANADA_FRENCH).in(ZoneId.of("America/Montreal"));
        Account account = done(badgr().signUps().complete(app.proven(address), profile(app.currentTerms()), client))
                .account();
        assertThat(account.preferences()).isEqualTo(Preferences.parse("fr-CA", "America/Montreal"));
    }

    @Test
    void preferencesAreChangedWithoutEndingASession() {
        app.passes(Duration.ofDays(1));
        Preferences kept =
                done(badgr().accounts().setPreferences(mia.session(), new PreferencesForm("ja", "Asia/Tokyo")));
        assertThat(done(badgr().signIns().check(mia.session())).preferences()).isEqualTo(kept);
        assertThat(kept).isEqualTo(Preferences.parse("ja", "Asia/Tokyo"));
        assertInvalid(
                badgr().accounts().setPreferences(mia.session(), new PreferencesForm("not a tag", "Asia/Tokyo")),
                "language: language.format");
        assertInvalid(
                badgr().accounts().setPreferences(mia.session(), new PreferencesForm("ja", "Mars/Base")),
                "zone: zone.format");
        mia = app.signedInAgain(mia, PASSWORD);
        done(change(OTHER_PASSWORD));
        assertRefused(
                badgr().accounts().setPreferences(mia.session(), new PreferencesForm("en", "Z")),
                new Refusal.SessionEnded());
    }

    @Test
    void everyVerifiedAddressIsToldOfEveryChange() {
        app = TestApp.at(Times.earlierThanEver(), storage(), builder -> {});
        mia = app.personWithAccount();
        EmailAddress second = Some.address();
        EmailAddress first = mia.email();
        mia = app.withAddress(mia, second);
        assertTold("An e-mail address was added", first, second);
        mia = mia.after(done(change(OTHER_PASSWORD)));
        assertTold("Your password was changed", first, second);
        mia = mia.after(done(badgr().accounts().link(mia.session(), social, mia.client())));
        assertTold("was linked to your account: " + social.issuer(), first, second);
        mia = mia.after(done(badgr().accounts().unlink(mia.session(), social, mia.client())));
        assertTold("was unlinked from your account: " + social.issuer(), first, second);
        var toSecond = dev.badgr.fixture.Forms.email(second);
        mia = mia.after(done(badgr().emails().makePrimary(mia.session(), toSecond, mia.client())));
        assertTold("is now " + second.masked(), first, second);
        var toFirst = dev.badgr.fixture.Forms.email(first);
        done(badgr().emails().remove(mia.session(), toFirst, mia.client()));
        assertTold(first.masked() + " was removed", first, second);
    }

    private void assertTold(String what, EmailAddress... addresses) {
        assertThat(badgr().notices().deliver(1000).delivered()).isEqualTo(addresses.length);
        for (EmailAddress address : addresses) {
            assertThat(app.lastMailTo(address).kind()).isEqualTo(Mail.Kind.SECURITY);
            assertThat(app.lastMailTo(address).text()).contains(what);
        }
    }

    private List<Result<Changed>> everyChange() {
        var another = new ExternalIdentity(social.issuer(), Some.word());
        return List.of(
                change("quartz lagoon zebra teapot"),
                badgr().accounts().link(mia.session(), another, mia.client()),
                badgr().accounts().unlink(mia.session(), social, mia.client()));
    }

    private Result<Changed> change(String password) {
        return badgr().accounts().changePassword(mia.session(), newPassword(password), mia.client());
    }
}
