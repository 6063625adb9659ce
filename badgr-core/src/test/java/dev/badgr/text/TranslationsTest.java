package dev.badgr.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said in one language is said in all of them. */
class TranslationsTest {
    private static final Path BUNDLES = Path.of("src", "main", "resources", "dev", "badgr", "text");
    private static final Pattern GAP = Pattern.compile("\\{\\w+}");
    private static final Pattern SPECIAL = Pattern.compile("(?m)^ {4}\\{\\w+}$|\\]\\(\\{\\w+}\\)$");
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|you|your|please|this|that|with|and|not|was|were|been|has|have|is|address|link|account)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Set<String>> ALSO_IN = Map.of("de", Set.of("was", "link"), "fr", Set.of());

    @Test
    void thereIsABundleForEachLanguageAndNoOther() throws IOException {
        Set<String> expected = new TreeSet<>();
        Messages.languages().forEach(language -> expected.add(file(language)));
        try (Stream<Path> files = Files.list(BUNDLES)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachKeyIsThereOnce(Locale language) throws IOException {
        assertThat(texts(language).keySet())
                .containsExactlyElementsOf(texts(Locale.ENGLISH).keySet());
        List<String> keys = Files.readAllLines(BUNDLES.resolve(file(language))).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(keys)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(texts(language).keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachTextHasTheSamePlaceholdersAndButtons(Locale language) throws IOException {
        Map<String, String> english = texts(Locale.ENGLISH);
        texts(language).forEach((key, text) -> {
            assertThat(found(GAP, text))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(found(GAP, english.getOrDefault(key, "")));
            if (!key.equals("mail.link")) {
                assertThat(found(SPECIAL, text)).as(key).isEqualTo(found(SPECIAL, english.getOrDefault(key, "")));
            }
            assertThat(text.endsWith("\n")).as(key).isEqualTo(key.matches("mail\\..*\\.text"));
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTextIsLeftInEnglish(Locale language) throws IOException {
        Map<String, String> english = texts(Locale.ENGLISH);
        Set<String> also = ALSO_IN.getOrDefault(language.getLanguage(), Set.of());
        List<String> untranslated = new ArrayList<>();
        texts(language).forEach((key, text) -> {
            String words = found(Pattern.compile("\\p{L}+"), text.replaceAll("\\{\\w+}", ""))
                    .toString();
            boolean foreign = ENGLISH.matcher(words)
                    .results()
                    .anyMatch(word -> !also.contains(word.group().toLowerCase(Locale.ROOT)));
            boolean same = text.equals(english.get(key)) && !words.equals("[]");
            if (language.equals(Locale.ENGLISH) ? !key.equals("mail.link") && words.equals("[]") : foreign || same) {
                untranslated.add(key);
            }
        });
        assertThat(untranslated).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachTextIsCleanUnicodeInTheScriptOfItsLanguage(Locale language) throws IOException {
        texts(language).forEach((key, text) -> {
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                    .as(key)
                    .isTrue();
            assertThat(text).as(key).isNotBlank().doesNotContain("\uFFFD", "\t", "\r", "''", " \n");
            assertThat(count(text, '\u2066')).as(key).isEqualTo(count(text, '\u2069'));
            boolean native_ = switch (language.getLanguage()) {
                case "ar" ->
                    text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
                case "ja" ->
                    text.codePoints()
                            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                                    || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA);
                default ->
                    text.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
            };
            assertThat(native_ || key.equals("mail.link")).as(key).isTrue();
        });
    }

    static List<Locale> languages() {
        return Messages.languages();
    }

    private static Map<String, String> texts(Locale language) throws IOException {
        Properties texts = new Properties();
        texts.load(Files.newBufferedReader(BUNDLES.resolve(file(language)), StandardCharsets.UTF_8));
        Map<String, String> sorted = new TreeMap<>();
        texts.stringPropertyNames().forEach(key -> sorted.put(key, texts.getProperty(key)));
        return sorted;
    }

    private static String file(Locale language) {
        return language.equals(Locale.ENGLISH) ? "messages.properties" : "messages_" + language + ".properties";
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static long count(String text, char c) {
        return text.chars().filter(other -> other == c).count();
    }
}
