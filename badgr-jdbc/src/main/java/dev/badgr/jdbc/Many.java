package dev.badgr.jdbc;

import java.util.Collections;

/**
 * A statement that has a part as often as there are rows, such as the values of an insert.
 *
 * @param head what comes before
 * @param part what comes once for each row, with commas between
 * @param tail what comes after
 */
record Many(String head, Sql part, String tail) {
    String text(int rows) {
        return head + String.join(", ", Collections.nCopies(rows, part.text())) + tail;
    }
}
