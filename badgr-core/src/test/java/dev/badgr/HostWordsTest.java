package dev.badgr;

import static dev.badgr.fixture.Forms.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.backpack.Explanation;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.given.DefaultLocale;
import dev.badgr.memory.InMemoryStorage;
import dev.badgr.port.Mail;
import dev.badgr.port.MailLayout;
import dev.badgr.port.Misconfigured;
import dev.badgr.text.MessageOverrides;
import dev.badgr.text.Messages;
import dev.badgr.text.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A host says things in its own words, but can't say a code's mail without the code. */
class HostWordsTest {
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Test
    void aHostsWordsTakeThePlaceOfBadgrs() {
        TestApp app = app((key, locale) -> own(key, "mail.sign-up-code.subject", "{site}: Willkommen")
                .filter(text -> locale.getLanguage().equals("de")));
        assertThat(codeMail(app, Locale.forLanguageTag("de-AT")).subject())
                .isEqualTo("Peer Learning Place: Willkommen");
        assertThat(codeMail(app, Locale.FRENCH).subject()).isEqualTo("Votre code pour Peer Learning Place");
    }

    @Test
    void inALanguageThatBadgrDoesNotSpeakToo() {
        TestApp app = app(
                (key, locale) -> own(key, "mail.sign-up-code.text", "Uw code:\n\n    {code}\n\n{minutes} minuten.\n")
                        .filter(text -> locale.equals(DUTCH)));
        Mail mail = codeMail(app, DUTCH);
        assertThat(mail.locale()).isEqualTo(DUTCH);
        assertThat(mail.text()).startsWith("Uw code:\n\n    " + mail.values().get("code") + "\n\n10 minuten.");
        assertThat(mail.html())
                .contains("lang=\"nl\"")
                .contains("<bdi dir=\"ltr\">" + mail.values().get("code"));
    }

    @Test
    void aMailIsNeverSentWithoutItsCode() {
        TestApp app = app((key, locale) -> locale.equals(DUTCH) ? Optional.of("Hallo") : Optional.empty());
        Mail mail = codeMail(app, DUTCH);
        assertThat(mail.text()).contains(mail.values().get("code"));
        assertThat(mail.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(mail.subject()).isEqualTo("Hallo");
    }

    @ParameterizedTest
    @EnumSource(Mail.Kind.class)
    void aHostWhoseMailWouldLackItsCodeDoesNotStart(Mail.Kind kind) {
        if (!kind.name().endsWith("_CODE")) {
            return;
        }
        for (Locale language : Messages.languages()) {
            for (String form : new String[] {"", "-link"}) {
                String which = "mail." + Messages.dashed(kind.name()) + form + ".text";
                assertThatThrownBy(() -> app((key, locale) ->
                                own(key, which, "Hello from {site}.").filter(text -> locale.equals(language))))
                        .isInstanceOf(Misconfigured.class)
                        .hasMessage(
                                "messages(..): %s in %s must keep its placeholder for the code or link.",
                                which, language);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "refusal.try-later,Later than {time}.,[time]",
        "mail.sign-up-code.text,{code} for {backpack},[backpack]",
        "mail.sign-up-code.subject,{code} is your code,[code]",
        "mail.security.text,{what} {code},[code]"
    })
    void aPlaceholderThatIsNeverFilledIsFoundAtTheStart(String which, String text, String unknown) {
        assertThatThrownBy(() -> app((key, locale) -> own(key, which, text)))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining(which)
                .hasMessageContaining(unknown);
    }

    @ParameterizedTest
    @CsvSource({"mail.security.subject,'One\nBcc: x@evil.example'", "mail.security.subject,' '", "rule.required,''"})
    void aTextThatIsNoneIsFoundAtTheStart(String which, String text) {
        assertThatThrownBy(() -> app((key, locale) -> own(key, which, text)))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining(which);
    }

    @Test
    void whatEveryMailKnowsCanBeMentionedInEach() {
        TestApp app = app((key, locale) ->
                own(key, "mail.sign-up-has-account.text", "{site}\n\n[In]({backpack})\n\n[New]({signUp})\n"));
        var mia = app.personWithAccount();
        app.passes(Duration.ofHours(1));
        app.badgr().signUps().begin(email(mia.email()), TestApp.newClient()).orElseThrow();
        assertThat(app.lastMailTo(mia.email()).text())
                .isEqualTo("Peer Learning Place\n\nIn: https://plp.example/badges/backpack\n\n"
                        + "New: https://plp.example/badges/sign-up\n");
    }

    @Test
    void refusalsExplanationsAndRulesAreToldInTheHostsWordsAndTheClientsZone() {
        TestApp app = app((key, locale) -> switch (key) {
            case "refusal.try-later" -> Optional.of("Come back at {at}!");
            case "explanation.unknown", "rule.required" -> Optional.of("Own words.");
            default -> Optional.empty();
        });
        Client client = TestApp.newClient().in(Locale.GERMAN).in(ZoneId.of("Europe/Berlin"));
        var words = app.badgr().words(client);
        Violation required = new Violation("email", "required", Map.of());
        assertThat(new Refusal.TryLater(Instant.parse("2026-11-22T20:28:52.1Z")).message(words))
                .startsWith("Come back at 22.11.2026, 21:28:53 M")
                .endsWith("Z!");
        assertThat(new Refusal.NotThere(new Explanation.Unknown()).message(words))
                .isEqualTo("Own words.");
        assertThat(new Refusal.InvalidInput(List.of(required)).message(words)).isEqualTo("Own words.");
        assertThat(required.message(Locale.ENGLISH)).isEqualTo("Please fill this in.");
    }

    @Test
    void bundlesAreAskedForThePersonsLanguageAndNotForTheMachines() {
        MessageOverrides bundles = MessageOverrides.from(HostWordsTest::bundle);
        DefaultLocale.is(Locale.GERMAN, () -> {
            assertThat(bundles.text("rule.required", Locale.GERMAN)).contains("Auf Deutsch");
            assertThat(bundles.text("rule.required", Locale.FRENCH)).isEmpty();
            assertThat(bundles.text("rule.required", DUTCH)).isEmpty();
            assertThat(bundles.text("rule.too-long", Locale.GERMAN)).isEmpty();
            return "";
        });
    }

    @Test
    void aHostsLayoutIsAroundWhatAMailSays() {
        TestApp app = TestApp.on(
                new InMemoryStorage(),
                builder -> builder.mailLayout(
                        body -> "<html lang=\"%s\"><h1>Ours</h1>%s</html>".formatted(body.language(), body.html())));
        Mail mail = codeMail(app, Locale.JAPANESE);
        assertThat(mail.html())
                .startsWith("<html lang=\"ja\"><h1>Ours</h1><p ")
                .contains(">" + mail.values().get("code") + "<");
    }

    @Test
    void aLayoutThatLeavesOutWhatAMailSaysIsFoundAtTheStart() {
        assertThatThrownBy(() -> TestApp.on(
                        new InMemoryStorage(), builder -> builder.mailLayout(body -> "<p>" + body.subject() + "</p>")))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("mailLayout(..)");
    }

    @Test
    void aLayoutsBodyShowsNoCodeWhenItIsPrinted() {
        MailLayout.Body body =
                new MailLayout.Body(Mail.Kind.SIGN_UP_CODE, Locale.ENGLISH, false, "Subject", "<p>123456</p>");
        assertThat(body.toString()).isEqualTo("Body[SIGN_UP_CODE in en]");
    }

    private static TestApp app(MessageOverrides overrides) {
        return TestApp.on(new InMemoryStorage(), builder -> builder.messages(overrides));
    }

    private static Mail codeMail(TestApp app, Locale language) {
        var address = Some.address();
        app.badgr()
                .signUps()
                .begin(email(address), TestApp.newClient().in(language))
                .orElseThrow();
        return app.lastMailTo(address);
    }

    private static Optional<String> own(String key, String which, String text) {
        return key.equals(which) ? Optional.of(text) : Optional.empty();
    }

    /** As a lookup that falls back to the machine's language answers. */
    private static ResourceBundle bundle(Locale locale) {
        if (locale.equals(DUTCH)) {
            throw new MissingResourceException("none", "none", "");
        }
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"rule.required", "Auf Deutsch"}};
            }

            @Override
            public Locale getLocale() {
                return Locale.GERMAN;
            }
        };
    }
}
