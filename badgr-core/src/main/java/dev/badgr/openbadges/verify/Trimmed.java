package dev.badgr.openbadges.verify;

import java.util.Arrays;

/** Content without what editors and clipboards put around it. */
final class Trimmed {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Trimmed() {}

    /** The bytes without a byte order mark, and without blanks at both ends. */
    static byte[] of(byte[] content) {
        int from = Arrays.mismatch(content, MARK) == MARK.length ? MARK.length : 0;
        int to = content.length;
        while (from < to && isBlank(content[from])) {
            from++;
        }
        while (to > from && isBlank(content[to - 1])) {
            to--;
        }
        return Arrays.copyOfRange(content, from, to);
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\t' || one == '\r' || one == '\n';
    }
}
