package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that text can break: read from the sources, since nothing else knows all of them. */
final class RulesInSources {
    private static final Pattern ANY = Pattern.compile("new (InvalidValue|Violation)\\(");
    private static final Pattern WITH_RULE =
            Pattern.compile("new (?:InvalidValue|Violation)\\(\\s*(?:[\\w.]+|\"[^\"]*\"),\\s*\"([^\"]+)\"");
    private static final String HANDED_ON = "new Violation(field, rule, values)";

    private RulesInSources() {}

    static Set<String> all() throws IOException {
        Set<String> rules = new TreeSet<>();
        for (String source : sources()) {
            String own = source.replace(HANDED_ON, "");
            List<String> found =
                    WITH_RULE.matcher(own).results().map(rule -> rule.group(1)).toList();
            List<String> all =
                    ANY.matcher(own).results().map(MatchResult::group).toList();
            assertThat(found).as("a rule that is no literal, in %s", own).hasSameSizeAs(all);
            rules.addAll(found);
        }
        assertThat(rules).hasSizeGreaterThan(15);
        return rules;
    }

    /** What can be looked for in vain. */
    static Set<String> notFound() throws IOException {
        return sources().stream()
                .flatMap(source -> Pattern.compile("new Refusal\\.NotFound\\((?:\"(\\w+)\")?")
                        .matcher(source)
                        .results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            return java.stream().map(RulesInSources::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
