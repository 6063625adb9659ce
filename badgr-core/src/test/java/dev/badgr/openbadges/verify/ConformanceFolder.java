package dev.badgr.openbadges.verify;

import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.image.BadgeImage;
import dev.badgr.openbadges.image.Unbaked;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.text.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A folder of badges that others published, with a table of what is to come of each. */
record ConformanceFolder(Path root) {
    /**
     * A row of the table.
     *
     * @param file in the folder
     * @param spec which specification it follows
     * @param verdict what comes of it
     * @param checks the lines that decide
     * @param strictVerdict what comes of it by the letter; empty if the same or not given
     */
    record Row(String file, String spec, String verdict, List<String> checks, Optional<Verdict> strictVerdict) {
        static Row of(String line) {
            // Some tables leave the last columns out.
            String[] cells = Arrays.copyOf((line + "\t\t\t\t").split("\t", -1), 5);
            return new Row(
                    cells[0],
                    cells[1],
                    cells[2],
                    Arrays.stream(cells[3].split("[ ,]+"))
                            .filter(name -> !name.isBlank())
                            .toList(),
                    Optional.of(cells[4]).filter(name -> !name.isBlank()).map(Verdict::valueOf));
        }
    }

    /** The folder that the build was given; empty if none. */
    static Optional<ConformanceFolder> given() {
        return Optional.of(System.getProperty("badgr.conformance", ""))
                .filter(name -> !name.isBlank())
                .map(name -> new ConformanceFolder(Path.of(name)));
    }

    List<Row> rows() {
        List<Row> rows = table("EXPECTED.tsv").stream().map(Row::of).toList();
        if (rows.isEmpty()) {
            throw new IllegalStateException("no EXPECTED.tsv with rows in " + root);
        }
        return rows;
    }

    byte[] content(String file) {
        return read(root.resolve(file));
    }

    /**
     * The web as the folder has it. The file of a row is also at the id that it names, unless something else is there: a hosted badge
     * that is not hosted would be nobody's.
     */
    Fetcher web(Row row) {
        Map<String, String> places = table("urls.tsv").stream()
                .map(line -> line.split("\t", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        return location -> published(places, location)
                .or(() -> own(row).filter(content -> isAt(content, location)))
                .map(content -> (Fetched) new Fetched.Document(location, Optional.empty(), Bytes.of(content)))
                .orElseGet(() -> new Fetched.Missing(404));
    }

    private Optional<byte[]> published(Map<String, String> places, URI location) {
        String url = location.toString();
        return places.keySet().stream()
                .filter(url::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(prefix -> root.resolve(places.get(prefix) + url.substring(prefix.length()))
                        .normalize())
                .filter(file -> file.startsWith(root) && Files.isRegularFile(file))
                .map(ConformanceFolder::read);
    }

    private Optional<byte[]> own(Row row) {
        byte[] content = content(row.file());
        if (!BadgeImage.isImage(content)) {
            return Optional.of(content);
        }
        return BadgeImage.read(content) instanceof Unbaked.Found found
                ? Optional.of(found.text().getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static boolean isAt(byte[] content, URI location) {
        try {
            return JsonReader.object(content).text("id").equals(Optional.of(location.toString()));
        } catch (Malformed e) {
            return false;
        }
    }

    private List<String> table(String name) {
        if (!Files.exists(root.resolve(name))) {
            return List.of();
        }
        return new String(read(root.resolve(name)), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
