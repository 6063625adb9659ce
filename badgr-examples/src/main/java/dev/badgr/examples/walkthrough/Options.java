package dev.badgr.examples.walkthrough;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param data the folder that everything is kept in
 * @param interactive whether a person types the answers
 */
record Options(Path data, boolean interactive) {
    static final String USAGE = """
            Options:
              --data DIR      keep everything in DIR (default: ./walkthrough-data)
              --interactive   type the answers yourself; Ctrl-D ends
            """;

    /** Reads the command line; empty if it can't be understood. */
    static Optional<Options> parse(String... args) {
        Path data = Path.of("walkthrough-data");
        boolean interactive = false;
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (option.equals("--interactive")) {
                interactive = true;
            } else if (option.equals("--data") && !rest.isEmpty()) {
                data = Path.of(rest.pop());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Options(data.toAbsolutePath().normalize(), interactive));
    }
}
