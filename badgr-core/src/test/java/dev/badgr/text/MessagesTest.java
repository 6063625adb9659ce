package dev.badgr.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.given.AnyText;
import dev.badgr.given.DefaultLocale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @Property(tries = 500)
    void aValueIsInsertedAsItIs(@ForAll("values") String value) {
        assertThat(Messages.text("refusal.policy-refused", Locale.ENGLISH, Map.of("reason", value)))
                .isIn("This award was refused: " + value, "This award was refused: " + isolated(value));
    }

    @Property(tries = 300)
    void aValueIsNeverTakenForAPlaceholder(@ForAll("values") String issuer, @ForAll("values") String badge) {
        Map<String, String> values = Map.of("issuer", issuer, "badge", badge);
        String text = Messages.text("mail.awarded-go-to-account.text", Locale.GERMAN, values);
        assertThat(List.of(issuer, isolated(issuer)))
                .anySatisfy(start -> assertThat(text).startsWith(start + " hat Ihnen den Badge „"));
        assertThat(List.of(badge, isolated(badge)))
                .anySatisfy(middle -> assertThat(text).contains(" hat Ihnen den Badge „" + middle + "“ verliehen."));
    }

    @Property(tries = 100)
    void whateverTheMachineSpeaksTheWordsAreThere(@ForAll("locales") Locale machine, @ForAll("locales") Locale asked) {
        String text = DefaultLocale.is(machine, () -> Messages.text("rule.required", asked, Map.of()));
        assertThat(text).isEqualTo(asked.getLanguage().equals("ar") ? "يُرجى ملء هذا الحقل." : "Please fill this in.");
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT,de",
        "ar-EG,ar",
        "ar-u-nu-arab,ar",
        "es-419,es",
        "fr-CA,fr",
        "ja-JP-u-ca-japanese,ja",
        "en-GB,en",
        "zh-TW,en",
        "zh-Hant,en",
        "he,en",
        "eng,en",
        "und,en",
        "x-private,en",
        "i-klingon,en",
        "deu,en"
    })
    void whoseLanguageIsNotSpokenIsAnsweredInEnglish(String tag, String language) {
        assertThat(Messages.language(Locale.forLanguageTag(tag)).toLanguageTag())
                .isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "d e", "{code}", "%n", "DE\n", "tlh", "\u0000"})
    void aLocaleThatIsNoneDoesNoHarm(String odd) {
        for (Locale locale : List.of(new Locale(odd), new Locale(odd, odd, odd), new Locale("de", odd, odd))) {
            assertThat(Messages.text("rule.required", locale, Map.of())).isNotBlank();
        }
        assertThat(Messages.text("rule.required", new Locale("DE", odd), Map.of()))
                .isEqualTo("Bitte füllen Sie dieses Feld aus.");
    }

    @ParameterizedTest
    @CsvSource({
        "TRY_LATER,try-later",
        "TryLater,try-later",
        "INVALID,invalid",
        "SIGN_IN_REFUSED,sign-in-refused",
        "SignInTooOld,sign-in-too-old",
        "Shown,shown"
    })
    void namesInCodeHaveOneFormInKeys(String name, String key) {
        for (Locale machine : AnyText.LOCALES) {
            assertThat(DefaultLocale.is(machine, () -> Messages.dashed(name))).isEqualTo(key);
        }
    }

    @Test
    void aKeyThatBadgrDoesNotHaveIsAMistake() {
        assertThatThrownBy(() -> Messages.text("no.such.key", Locale.ENGLISH, Map.of()))
                .isInstanceOf(MissingResourceException.class);
    }

    private static String isolated(String value) {
        boolean address = value.matches("(?s)\\S*(@|://)\\S*");
        return (address ? "\u2066" : "\u2068") + value + "\u2069";
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> tricky = Arbitraries.of(
                "{code}",
                "$1",
                "${reason}",
                "\\$0",
                "{reason}",
                "{badge}",
                "{issuer}",
                "{0}",
                "'",
                "\\",
                "$",
                "{",
                "}}");
        return Arbitraries.oneOf(tricky, AnyText.anything());
    }

    @Provide
    Arbitrary<Locale> locales() {
        return Arbitraries.of(AnyText.LOCALES);
    }
}
