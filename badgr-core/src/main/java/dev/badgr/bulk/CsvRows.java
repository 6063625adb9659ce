package dev.badgr.bulk;

import dev.badgr.openbadges.json.Json;
import dev.badgr.text.InvalidValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows below one that names the columns; if that is wrong, it is the only row. For one thread. */
final class CsvRows extends LookAhead {
    private final CsvReader csv;
    private final Set<String> known;
    private List<String> columns = List.of();
    private boolean begun;
    /** The columns are wrong, and so no row can be read. */
    private boolean unreadable;

    CsvRows(CsvReader csv, Set<String> known) {
        this.csv = csv;
        this.known = known;
    }

    @Override
    Optional<Cells> read() {
        if (unreadable) {
            return Optional.empty();
        }
        return begun ? row() : begin();
    }

    private Optional<Cells> begin() {
        begun = true;
        try {
            columns = columns(csv.next());
        } catch (InvalidValue e) {
            unreadable = true;
            return Optional.of(Cells.unreadable(1, e));
        }
        return row();
    }

    private List<String> columns(List<String> header) {
        List<String> named = new ArrayList<>();
        for (String written : header) {
            String column = Cells.column(written, known);
            if (named.contains(column)) {
                throw new InvalidValue("line", "line.column-twice", Map.of("column", column));
            }
            named.add(column);
        }
        return named;
    }

    /** The next that is not empty. */
    private Optional<Cells> row() {
        while (true) {
            long number = csv.line();
            try {
                List<String> cells = csv.next();
                if (cells.isEmpty()) {
                    return Optional.empty();
                } else if (!cells.equals(List.of(""))) {
                    return Optional.of(new Cells(number, named(cells)));
                }
            } catch (InvalidValue e) {
                return Optional.of(Cells.unreadable(number, e));
            }
        }
    }

    private Map<String, Json> named(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new InvalidValue("line", "line.columns", Map.of("columns", Integer.toString(columns.size())));
        }
        Map<String, Json> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            named.put(columns.get(i), Json.of(cells.get(i)));
        }
        return named;
    }
}
