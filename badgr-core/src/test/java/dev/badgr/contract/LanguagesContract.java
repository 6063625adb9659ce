package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Forms.profile;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Client;
import dev.badgr.PreferencesForm;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.Mail;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads a mail decides its language: the account's person, or else whoever asked for it. */
public abstract class LanguagesContract extends VerbContract {
    private static final Locale ARABIC = Locale.forLanguageTag("ar");

    /** Each test is earlier than all others, so that its notices are the only ones due. */
    @BeforeEach
    void setUpTheAppLongAgo() {
        app = TestApp.at(Times.earlierThanEver(), storage(), builder -> {});
    }

    @Test
    void aStrangersCodeIsInTheLanguageOfTheClient() {
        EmailAddress mia = Some.address();
        done(badgr().signUps().begin(email(mia), client("fr-CA")));
        assertThat(app.lastMailTo(mia).subject()).isEqualTo("Votre code pour Peer Learning Place");
        assertThat(app.lastMailTo(mia).locale()).isEqualTo(Locale.CANADA_FRENCH);
    }

    @Test
    void whatAnOwnerIsToldIsInHerLanguageWhoeverAsked() {
        Person mia = prefers(app.personWithAccount(), "de", "Europe/Berlin");
        app.passes(Duration.ofHours(1));
        done(badgr().signUps().begin(email(mia.email()), client("ja")));
        assertIn(Locale.GERMAN, Mail.Kind.SIGN_UP_HAS_ACCOUNT, mia.email());
        Person leo = prefers(app.personWithAccount(), "ar", "Africa/Cairo");
        app.passes(Duration.ofHours(1));
        Person leoNow = app.signedInAgain(leo, PASSWORD);
        app.asksToAdd(leoNow, mia.email());
        assertIn(Locale.GERMAN, Mail.Kind.ADD_EMAIL_TAKEN, mia.email());
    }

    @Test
    void theCodeOfWhoeverIsSignedInIsInHerLanguageWhateverTheClients() {
        Person mia = prefers(app.personWithAccount(), "ar", "Africa/Cairo");
        EmailAddress second = Some.address();
        done(badgr().emails().add(mia.session(), email(second), client("ja")));
        assertIn(ARABIC, Mail.Kind.ADD_EMAIL_CODE, second);
        assertThat(app.codeTo(second)).matches("[0-9]{6}");
        assertThat(app.lastMailTo(second).text()).contains("    " + app.codeTo(second) + "\n");
    }

    @Test
    void aCodeToRecoverWithIsInTheLanguageOfWhoAsks() {
        Person mia = prefers(app.personWithAccount(), "ar", "Africa/Cairo");
        app.passes(Duration.ofHours(1));
        done(badgr().recoveries().begin(email(mia.email()), client("es-MX")));
        assertIn(Locale.forLanguageTag("es-MX"), Mail.Kind.RECOVERY_CODE, mia.email());
    }

    @Test
    void anAwardIsToldInTheLanguageThatItsRecipientWantsWhenItIsTold() {
        Person mia = app.personWithAccount();
        EmailAddress nobody = Some.address();
        app.awarded(mia.email());
        app.awarded(nobody);
        prefers(mia, "ja", "Asia/Tokyo");
        deliver();
        assertIn(Locale.JAPANESE, Mail.Kind.AWARDED_GO_TO_ACCOUNT, mia.email());
        assertIn(Locale.ENGLISH, Mail.Kind.AWARDED_CREATE_ACCOUNT, nobody);
    }

    @Test
    void aChangeIsToldInTheAccountsLanguageAndZone() {
        Person mia = prefers(app.personWithAccount(), "de", "Asia/Tokyo");
        done(badgr().accounts().changePassword(mia.session(), newPassword(OTHER_PASSWORD), client("ja")));
        deliver();
        assertIn(Locale.GERMAN, Mail.Kind.SECURITY, mia.email());
        assertThat(app.lastMailTo(mia.email()).text())
                .startsWith("Ihr Passwort wurde geändert")
                .contains("JST");
    }

    @Test
    void anAddressThatWasRemovedIsToldInTheLanguageOfTheAccountThatItLeft() {
        EmailAddress second = Some.address();
        Person mia = prefers(app.withAddress(app.personWithAccount(), second), "fr", "Europe/Paris");
        deliver();
        done(badgr().emails().remove(mia.session(), email(second), client("ja")));
        deliver();
        assertIn(Locale.FRENCH, Mail.Kind.SECURITY, second);
        assertThat(app.lastMailTo(second).text()).contains("UTC");
    }

    @Test
    void aNewAccountKeepsTheLanguageThatItWasMadeIn() {
        EmailAddress mia = Some.address();
        Client client = client("es");
        done(badgr().signUps().complete(app.proven(mia), profile(app.currentTerms()), client));
        app.awarded(mia);
        deliver();
        assertIn(Locale.forLanguageTag("es"), Mail.Kind.AWARDED_GO_TO_ACCOUNT, mia);
    }

    private Person prefers(Person person, String language, String zone) {
        done(badgr().accounts().setPreferences(person.session(), new PreferencesForm(language, zone)));
        return person;
    }

    private void assertIn(Locale language, Mail.Kind kind, EmailAddress address) {
        Mail mail = app.lastMailTo(address);
        assertThat(mail.kind()).isEqualTo(kind);
        assertThat(mail.locale()).isEqualTo(language);
        assertThat(mail.html()).contains("lang=\"" + language.toLanguageTag() + "\"");
    }

    private void deliver() {
        badgr().notices().deliver(100);
    }

    private static Client client(String language) {
        return TestApp.newClient().in(Locale.forLanguageTag(language));
    }
}
