package dev.badgr.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The lines before a body, and between the parts of one: all together within a limit. For one thread. */
final class Head {
    private final InputStream in;
    private int left;

    /** At most so many bytes will be read. */
    Head(InputStream in, int most) {
        this.in = in;
        this.left = most;
    }

    /** The next line, without its end. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = next(); c != '\n'; c = next()) {
            line.append((char) c);
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return line.toString();
    }

    /** The fields up to the empty line, by their names in lower case. One that is repeated is refused where it would matter. */
    Map<String, String> fields() throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new Unfetchable("the server sends a malformed header");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            fields.merge(name, line.substring(colon + 1).strip(), (one, other) -> one + ", " + other);
        }
        return fields;
    }

    private int next() throws IOException {
        left--;
        if (left < 0) {
            throw new Unfetchable("the server sends too long headers");
        }
        int next = in.read();
        if (next < 0) {
            throw new Unfetchable("the answer ended early");
        }
        return next;
    }
}
