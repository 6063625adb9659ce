package dev.badgr.bulk;

import dev.badgr.award.AwardId;
import dev.badgr.award.NewRevocation;
import dev.badgr.text.Text;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads files of awards or revocations in UTF-8, with or without a byte order mark and with any line ends. A row is read when it is
 * asked for, and a row that is wrong keeps none of the others from being read. What the input stream throws reaches the caller as
 * {@link java.io.UncheckedIOException}; closing it is the caller's.
 *
 * <p>Names of columns may be written as {@code externalKey}, {@code external_key} or {@code External key}. A column that isn't
 * known is refused rather than passed over: it may be one that is misspelt.
 */
public final class BulkFile {
    private static final Set<String> OF_AWARDS =
            Set.of("recipient", "issuer", "badge", "externalKey", "issuedOn", "narrative", "evidence");
    private static final Set<String> OF_REVOCATIONS = Set.of("award", "reason");

    /** How rows are written. */
    public enum Format {
        /** RFC 4180, with a first row that names the columns. */
        CSV,
        /** A JSON object on each line, with the columns as its members. */
        JSON_LINES;

        /** What a file of this name is most likely written in; empty if its ending is neither csv, jsonl nor ndjson. */
        public static Optional<Format> of(String fileName) {
            String name = fileName.toLowerCase(Locale.ROOT);
            if (name.endsWith(".csv")) {
                return Optional.of(CSV);
            }
            return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? Optional.of(JSON_LINES) : Optional.empty();
        }
    }

    private BulkFile() {}

    /**
     * Awards. The columns are named as the parts of {@link dev.badgr.award.NewAward}:
     *
     * <ul>
     *   <li>{@code recipient}: the address
     *   <li>{@code badge}, and {@code issuer} unless the badge is written as {@code issuer/badge}
     *   <li>{@code externalKey}: the host's own key, by which the row is recognised when it comes again
     *   <li>{@code issuedOn}: a time as ISO 8601, or a day, which begins at midnight in UTC
     *   <li>{@code narrative} and {@code evidence}, which may be left out; evidence is one or more URLs with blanks between or, in JSON,
     *       a list of URLs or of objects with {@code url} and {@code narrative}
     * </ul>
     */
    public static Stream<Line<AwardRow>> awards(InputStream in, Format format) {
        return stream(rows(in, format, OF_AWARDS), AwardCells::read);
    }

    /** Revocations. The columns are {@code award}, which is an id as {@link AwardId#text} writes it, and {@code reason}. */
    public static Stream<Line<NewRevocation>> revocations(InputStream in, Format format) {
        return stream(rows(in, format, OF_REVOCATIONS), BulkFile::revocation);
    }

    private static Iterator<Cells> rows(InputStream in, Format format, Set<String> columns) {
        Objects.requireNonNull(in, "in");
        return switch (format) {
            case CSV -> new CsvRows(new CsvReader(in), columns);
            case JSON_LINES -> new JsonRows(new LineReader(in), columns);
        };
    }

    private static Optional<NewRevocation> revocation(Cells cells) {
        Optional<AwardId> award =
                cells.read("award", () -> AwardId.parse(cells.needed("award").strip()));
        Optional<String> reason = cells.read("reason", () -> Text.lines("reason", cells.needed("reason"), 500));
        return cells.isGood()
                ? Optional.of(new NewRevocation(award.orElseThrow(), reason.orElseThrow()))
                : Optional.empty();
    }

    private static <T> Stream<Line<T>> stream(Iterator<Cells> rows, Function<Cells, Optional<T>> read) {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, traits), false)
                .map(cells -> cells.line(read));
    }
}
