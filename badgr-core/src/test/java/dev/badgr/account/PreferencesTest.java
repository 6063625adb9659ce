package dev.badgr.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.text.InvalidValue;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    @Test
    void onlyLanguageScriptAndRegionCount() {
        Locale wordy = Locale.forLanguageTag("de-Latn-AT-1996-" + "abcde12-".repeat(20) + "x-private");
        assertThat(new Preferences(wordy, ZoneOffset.UTC).language()).isEqualTo(Locale.forLanguageTag("de-Latn-AT"));
        assertThat(Preferences.plain(new Locale("no", "NO", "NY"))).isEqualTo(Locale.forLanguageTag("no-NO"));
        assertThat(Preferences.plain(new Locale("no such language", "<b>"))).isEqualTo(Locale.ROOT);
    }

    @Test
    void aZoneIsANameOrAnOffset() {
        assertThat(Preferences.parse("en", "Europe/Paris").zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(Preferences.parse("en", "+02:00").zone()).isEqualTo(ZoneOffset.ofHours(2));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "much-too-long-for-any-language-at-all-12345678901", "en_", "<en>", "e", "en\u0000"})
    void whatIsNoLanguageIsRefused(String tag) {
        assertThatThrownBy(() -> Preferences.parse(tag, "Z"))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.violation().field()).isEqualTo("language"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Mars/Base", "../etc/passwd", "+25:00"})
    void whatIsNoZoneIsRefused(String id) {
        assertThatThrownBy(() -> Preferences.parse("en", id))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.violation().field()).isEqualTo("zone"));
    }

    @Test
    void aZoneFitsItsColumn() {
        String longest = "America/Argentina/ComodRivadavia";
        assertThat(Preferences.parse("es", longest).zone().getId()).isEqualTo(longest);
        assertThat(ZoneId.getAvailableZoneIds()).allSatisfy(id -> assertThat(id).hasSizeLessThanOrEqualTo(50));
    }
}
