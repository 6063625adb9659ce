package dev.badgr.jdbc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes what was found into the page about it, between the marks.
 *
 * @param options that the run had
 * @param findings in the order of the goals
 * @param points of the picture
 */
record Report(String options, List<Finding> findings, List<Chart.Point> points) {
    private static final Pattern MEASURED =
            Pattern.compile("(?<=<!-- measured -->\n).*?(?=<!-- end -->)", Pattern.DOTALL);

    void write(Path folder) throws Exception {
        Path page = folder.resolve("performance.md");
        String text = MEASURED.matcher(Files.readString(page)).replaceFirst(Matcher.quoteReplacement(measured()));
        Files.writeString(page, text);
        Files.writeString(folder.resolve("performance.svg"), new Chart(points).svg());
    }

    private String measured() throws Exception {
        return """
                Measured on %s with `mvn -Pbench -pl badgr-core,badgr-jdbc -DskipTests -Dbench.args="%s" test`.

                %s
                | | measured | goal | median | least and most | met |
                |---|---|---|---|---|---|
                %s
                """.formatted(LocalDate.now(ZoneOffset.UTC), options, Machine.table(), rows());
    }

    private String rows() throws IOException {
        return findings.stream().map(Finding::row).collect(Collectors.joining("\n"));
    }
}
