package dev.badgr.bulk;

import dev.badgr.text.InvalidValue;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The bytes of a file one after the other, with the number of the line that they are on: a line ends with a line feed, a carriage
 * return, or both. For one thread.
 */
final class LineReader {
    /** The longest row, in bytes: several times what a row of the longest texts has. */
    static final int LONGEST = 512 * 1024;

    static final int END = -1;
    static final int LINE_END = '\n';
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final BufferedInputStream in;
    private long line = 1;
    private boolean begun;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The number of the line that the next byte is on. */
    long line() {
        return line;
    }

    /** The next byte; {@link #LINE_END} for every kind of it, and {@link #END} behind the last. */
    int next() {
        try {
            if (!begun) {
                begun = true;
                skipByteOrderMark();
            }
            int next = in.read();
            if (next == '\r') {
                skipLineFeed();
                next = LINE_END;
            }
            line += next == LINE_END ? 1 : 0;
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rest of the line; goes to its end also where it is longer than a row may be.
     *
     * @throws InvalidValue if it is
     */
    byte[] rest(int first) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        boolean whole = true;
        for (int next = first; next != END && next != LINE_END; next = next()) {
            whole &= rest.size() < LONGEST;
            if (whole) {
                rest.write(next);
            }
        }
        if (!whole) {
            throw tooLong();
        }
        return rest.toByteArray();
    }

    static InvalidValue tooLong() {
        return new InvalidValue("line", "line.too-long", Map.of("max", Integer.toString(LONGEST)));
    }

    private void skipByteOrderMark() throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        for (int mark : BYTE_ORDER_MARK) {
            if (in.read() != mark) {
                in.reset();
                return;
            }
        }
    }

    private void skipLineFeed() throws IOException {
        in.mark(1);
        if (in.read() != LINE_END) {
            in.reset();
        }
    }
}
