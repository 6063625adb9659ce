package dev.badgr.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each piece of Java in README and the guides is, to the letter, a tagged region of an example; and each example is run by a test. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String README = "README.md";
    private static final List<String> PAGES = List.of(README, "docs/guide.md", "docs/openbadges.md");
    private static final Pattern FENCED = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TAGGED =
            Pattern.compile("// tag::(\\w+)\\[]\n(.*?)[ ]*// end::\\1\\[]", Pattern.DOTALL);

    @Test
    void theCodeInThePagesIsCodeThatRuns() throws IOException {
        List<String> shown = new ArrayList<>();
        for (String page : PAGES) {
            fenced(page, "java").map(String::stripTrailing).forEach(shown::add);
        }
        List<String> regions = regions();
        assertThat(shown).hasSizeGreaterThanOrEqualTo(8).doesNotContain("");
        assertThat(regions).containsAll(shown);
    }

    @Test
    void theFirstTwoCommandsAreOneLineEach() throws IOException {
        List<String> commands = fenced(README, "sh").limit(2).toList();
        assertThat(commands).hasSize(2).allSatisfy(c -> assertThat(c.lines()).hasSize(1));
        assertThat(commands.get(0)).contains("-Pwalkthrough");
        assertThat(commands.get(1).strip()).isEqualTo("mvn -B verify");
    }

    @Test
    void everyFileThatReadmeLinksToIsThere() throws IOException {
        List<String> links = Pattern.compile("]\\(([^)#:]+)\\)")
                .matcher(Files.readString(ROOT.resolve(README)))
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
    }

    private static Stream<String> fenced(String page, String language) throws IOException {
        return FENCED.matcher(Files.readString(ROOT.resolve(page)))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2));
    }

    private static List<String> regions() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("badgr-examples/src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> TAGGED.matcher(read(file)).results())
                    .map(ReadmeTest::text)
                    .collect(Collectors.toList());
        }
    }

    private static String text(MatchResult region) {
        return region.group(2).stripTrailing().stripIndent();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
