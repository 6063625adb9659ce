package dev.badgr.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.given.AnyText;
import dev.badgr.given.DefaultLocale;
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

class MessagesTest {
    @Property(tries = 500)
    void aValueIsInsertedAsItIs(@ForAll("values") String value) {
        assertThat(Messages.text("refusal.policy-refused", Locale.ENGLISH, Map.of("reason", value)))
                .isEqualTo("This award was refused: " + value);
    }

    @Property(tries = 300)
    void aValueIsNeverTakenForAPlaceholder(@ForAll("values") String issuer, @ForAll("values") String badge) {
        Map<String, String> values = Map.of("issuer", issuer, "badge", badge, "backpack", "https://plp.example/b");
        assertThat(Messages.text("mail.awarded-go-to-account.text", Locale.ENGLISH, values))
                .startsWith(issuer + " has awarded you the badge \"" + badge + "\". ")
                .endsWith("Go to account: https://plp.example/b\n");
    }

    @Property(tries = 100)
    void whateverTheMachineSpeaksTheWordsAreThere(@ForAll("locales") Locale machine, @ForAll("locales") Locale asked) {
        String text = DefaultLocale.is(machine, () -> Messages.text("rule.required", asked, Map.of()));
        assertThat(text).isEqualTo("Please fill this in.");
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
