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
    /** As a database says it. */
    String text(int rows, Dialect dialect) {
        String parts = String.join(", ", Collections.nCopies(rows, dialect.text(part.text())));
        return dialect.text(head) + parts + dialect.text(tail);
    }
}
