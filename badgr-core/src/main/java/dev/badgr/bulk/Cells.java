package dev.badgr.bulk;

import dev.badgr.openbadges.json.Json;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.Text;
import dev.badgr.text.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The cells of a row by the names of their columns, and what is found wrong with them. For one thread. */
final class Cells {
    private final long number;
    private final Map<String, Json> cells;
    private final List<Violation> violations = new ArrayList<>();

    Cells(long number, Map<String, Json> cells) {
        this.number = number;
        this.cells = cells;
    }

    /** Of a row that can't be read at all. */
    static Cells unreadable(long number, InvalidValue why) {
        Cells none = new Cells(number, Map.of());
        none.violations.add(why.violation());
        return none;
    }

    /** The column of this name, however it is written. @throws InvalidValue if there is none such */
    static String column(String written, Set<String> columns) {
        String bare = bare(written);
        return columns.stream()
                .filter(column -> bare(column).equals(bare))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        "line",
                        "line.column-unknown",
                        Map.of(
                                "known",
                                String.join(", ", columns.stream().sorted().toList()))));
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    /** What the row asks for, or what is wrong with it. */
    <T> Line<T> line(Function<Cells, Optional<T>> read) {
        Optional<T> value = violations.isEmpty() ? read.apply(this) : Optional.empty();
        return violations.isEmpty() ? Line.of(number, value.orElseThrow()) : Line.wrong(number, violations);
    }

    /** A value made of a cell; what is wrong with it is kept, and the other cells can still be read. */
    <V> Optional<V> read(String column, Supplier<V> parse) {
        try {
            return Optional.of(parse.get());
        } catch (InvalidValue e) {
            violations.add(e.violation().in(column));
            return Optional.empty();
        }
    }

    boolean isGood() {
        return violations.isEmpty();
    }

    Optional<Json> cell(String column) {
        return Optional.ofNullable(cells.get(column))
                .filter(value -> !(value instanceof Json.Null))
                .filter(value ->
                        !(value instanceof Json.Text text && text.value().isBlank()));
    }

    /** A cell's text; numbers are text as they are written. */
    Optional<String> text(String column) {
        return cell(column).map(value -> {
            if (value instanceof Json.Text text) {
                return text.value();
            } else if (value instanceof Json.Numeral number) {
                return number.literal();
            }
            throw new InvalidValue(column, "line.text");
        });
    }

    String needed(String column) {
        return text(column).orElseThrow(() -> new InvalidValue(column, "required"));
    }

    /** Several lines of text that there may be; carriage returns are none of them. */
    Optional<String> lines(String column, int max) {
        return text(column).map(text -> Text.lines(column, text.replace("\r\n", "\n"), max));
    }
}
