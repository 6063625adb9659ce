package dev.badgr.bulk;

import dev.badgr.text.InvalidValue;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of CSV (RFC 4180): cells with commas between; one that has a comma, a quotation mark or a line end stands between quotation
 * marks, and has its own doubled. After a row that breaks that, it goes on with the next line. For one thread.
 */
final class CsvReader {
    private static final int QUOTE = '"';
    private static final int COMMA = ',';

    private final LineReader in;
    private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
    private int bytes;

    CsvReader(InputStream in) {
        this.in = new LineReader(in);
    }

    /** The number of the line at which the next row begins. */
    long line() {
        return in.line();
    }

    /**
     * The cells of the next row; none behind the last. A line without anything has one empty cell.
     *
     * @throws InvalidValue if it is no such row
     */
    List<String> next() {
        return cells().stream().map(CsvReader::text).toList();
    }

    private List<byte[]> cells() {
        List<byte[]> cells = new ArrayList<>();
        bytes = 0;
        int next = in.next();
        if (next == LineReader.END) {
            return cells;
        }
        while (true) {
            cell.reset();
            next = next == QUOTE ? quoted() : plain(next);
            cells.add(cell.toByteArray());
            if (next != COMMA) {
                return cells;
            }
            next = in.next();
        }
    }

    /** Reads a cell to its end; what comes after it. */
    private int plain(int first) {
        int next = first;
        while (next != COMMA && !isEnd(next)) {
            if (next == QUOTE) {
                throw broken(next);
            }
            put(next);
            next = in.next();
        }
        return next;
    }

    private int quoted() {
        while (true) {
            int next = in.next();
            if (next == LineReader.END) {
                throw broken(next);
            } else if (next != QUOTE) {
                put(next);
                continue;
            }
            int after = in.next();
            if (after == COMMA || isEnd(after)) {
                return after;
            } else if (after != QUOTE) {
                throw broken(after);
            }
            put(QUOTE);
        }
    }

    private void put(int next) {
        if (++bytes > LineReader.LONGEST) {
            skip(next);
            throw LineReader.tooLong();
        }
        cell.write(next);
    }

    private InvalidValue broken(int next) {
        skip(next);
        return new InvalidValue("line", "line.quotes");
    }

    /** To the end of the line, without keeping anything. */
    private void skip(int last) {
        for (int next = last; !isEnd(next); ) {
            next = in.next();
        }
    }

    private static String text(byte[] cell) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(cell))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidValue("line", "malformed");
        }
    }

    private static boolean isEnd(int next) {
        return next == LineReader.LINE_END || next == LineReader.END;
    }
}
