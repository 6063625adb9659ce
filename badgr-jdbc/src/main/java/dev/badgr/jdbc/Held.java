package dev.badgr.jdbc;

/**
 * A row that guards others: whoever changes what it guards holds it until the transaction ends.
 *
 * @param lock by a lock, which each transaction of the same server waits for
 * @param touch by a change, which servers that write side by side can't both commit
 */
record Held(Sql lock, Sql touch) {
    static Held of(String table, String condition) {
        return new Held(
                Sql.of("select 1 from %s where %s for update".formatted(table, condition)),
                Sql.of("update %s set held = held + 1 where %s".formatted(table, condition)));
    }
}
