package dev.badgr.bulk;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.text.InvalidValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object on each line; empty lines are passed over. For one thread. */
final class JsonRows extends LookAhead {
    private final LineReader in;
    private final Set<String> known;

    JsonRows(LineReader in, Set<String> known) {
        this.in = in;
        this.known = known;
    }

    @Override
    Optional<Cells> read() {
        int first = LineReader.LINE_END;
        long number = in.line();
        while (first == LineReader.LINE_END) {
            number = in.line();
            first = in.next();
        }
        if (first == LineReader.END) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Cells(number, members(in.rest(first))));
        } catch (InvalidValue e) {
            return Optional.of(Cells.unreadable(number, e));
        }
    }

    private Map<String, Json> members(byte[] line) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : object(line).entrySet()) {
            String column = Cells.column(member.getKey(), known);
            if (members.put(column, member.getValue()) != null) {
                throw new InvalidValue("line", "line.column-twice", Map.of("column", column));
            }
        }
        return members;
    }

    private static Map<String, Json> object(byte[] line) {
        try {
            return JsonReader.object(line).members();
        } catch (Malformed e) {
            throw new InvalidValue("line", "line.json");
        }
    }
}
