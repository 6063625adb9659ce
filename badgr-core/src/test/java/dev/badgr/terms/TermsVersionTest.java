package dev.badgr.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsVersionTest {
    private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");
    private static final TermsVersion ENGLISH =
            TermsVersion.of("2026-11", DAY, "https://plp.example/terms", "Be kind.");
    private static final String SHA_256 = ENGLISH.sha256();

    @ParameterizedTest
    @CsvSource({
        "de-AT,en de-DE de-AT fr,de-AT",
        "de-CH,en de-DE de-AT fr,de-DE",
        "de,en de-DE de-AT fr,de-DE",
        "de-DE,en de fr,de",
        "en-US,de en fr,en",
        "ja,de en fr,de",
        "ja,en de,en",
        "und,de en,de",
        "zh-TW,en zh-CN zh-TW,zh-TW",
        "no,en nb,en",
        "de-AT,,"
    })
    void theTextInTheLanguageAskedForIsTheBest(String asked, @Nullable String published, @Nullable String best) {
        List<TermsVersion> texts = published == null
                ? List.of()
                : Arrays.stream(published.split(" ", -1))
                        .map(TermsVersionTest::in)
                        .toList();
        assertThat(TermsVersion.bestFor(Locale.forLanguageTag(asked), texts)
                        .map(t -> t.locale().toLanguageTag()))
                .isEqualTo(java.util.Optional.ofNullable(best));
    }

    @Test
    void aTranslationIsTheSameVersionOfTheSameDay() {
        TermsVersion german = ENGLISH.translated(Locale.GERMAN, "https://plp.example/agb", "Seid nett.");
        assertThat(german.version()).isEqualTo(ENGLISH.version());
        assertThat(german.effectiveAt()).isEqualTo(DAY);
        assertThat(german.sha256()).isNotEqualTo(SHA_256);
        assertThat(german.url()).isEqualTo(URI.create("https://plp.example/agb"));
    }

    /** The hash of "Be kind." taken with sha256sum. */
    @Test
    void theHashIsThatOfTheTextsBytes() {
        assertThat(SHA_256).isEqualTo("5499befb38dbf3fcc08107141cb2a9e7f42a6aae403361dc3601b8296d7967ea");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCDEF", "g", "0"})
    void whatIsNoHashIsRefused(String hash) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TermsVersion("1", DAY, ENGLISH.url(), hash, Locale.ENGLISH));
    }

    @Test
    void aVersionHasANameOfFiftyCodePointsAtMostAndAWholeUrl() {
        assertThat(TermsVersion.of("a".repeat(50), DAY, "https://plp.example", "")
                        .version())
                .hasSize(50);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TermsVersion.of("a".repeat(51), DAY, "https://plp.example", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> TermsVersion.of(" ", DAY, "https://plp.example", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> TermsVersion.of("1", DAY, "/terms", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TermsVersion.of("1", DAY, "https://plp.example/" + "a".repeat(2000), ""));
    }

    private static TermsVersion in(String tag) {
        return ENGLISH.translated(Locale.forLanguageTag(tag), "https://plp.example/" + tag, tag);
    }
}
