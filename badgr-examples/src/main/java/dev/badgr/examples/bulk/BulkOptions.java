package dev.badgr.examples.bulk;

import dev.badgr.bulk.BulkFile.Format;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param url of the database
 * @param user of the database
 * @param file with the rows
 * @param format in which they are written
 * @param revoke whether awards are taken back, rather than made
 * @param noNotices whether nobody is told
 * @param outcomes where to write what became of each row
 */
record BulkOptions(
        String url, String user, Path file, Format format, boolean revoke, boolean noNotices, Optional<Path> outcomes) {
    static final String USAGE = """
            Options:
              --url jdbc:...      the database, whose tables are there
              --user NAME         its user
              --file FILE         rows to award: .csv (the first row names the columns), .jsonl or .ndjson
              --revoke            the rows are awards to take back: award, reason
              --no-notices        tell nobody by mail
              --outcomes FILE     write what became of each row to FILE, as CSV
            Environment:
              BADGR_DB_PASSWORD, BADGR_CODE_SECRET, BADGR_RECIPIENT_SECRET (the last two as your application has them, in base64)
            Exit codes: 0 done, 1 done but for rows that were refused, 2 wrong use, 3 broken off: run it again
            """;

    private static final Set<String> FLAGS = Set.of("--revoke", "--no-notices");
    private static final Set<String> NAMES = Set.of("--url", "--user", "--file", "--outcomes");

    /** Reads the command line; empty if it can't be understood. */
    static Optional<BulkOptions> parse(String... args) {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (FLAGS.contains(option)) {
                flags.add(option);
            } else if (NAMES.contains(option) && !rest.isEmpty()) {
                values.put(option, rest.pop());
            } else {
                return Optional.empty();
            }
        }
        return of(values, flags);
    }

    private static Optional<BulkOptions> of(Map<String, String> values, Set<String> flags) {
        String file = values.getOrDefault("--file", "");
        if (!values.containsKey("--url")) {
            return Optional.empty();
        }
        return Format.of(file)
                .map(format -> new BulkOptions(
                        values.getOrDefault("--url", ""),
                        values.getOrDefault("--user", ""),
                        Path.of(file),
                        format,
                        flags.contains("--revoke"),
                        flags.contains("--no-notices"),
                        Optional.ofNullable(values.get("--outcomes")).map(Path::of)));
    }
}
