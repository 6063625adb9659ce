package dev.badgr.jdbc;

/**
 * Looks without holding anything, and changes each candidate if nobody holds it and it is one still: a sharded PostgreSQL
 * locks the rows of one shard in a statement, so each row is locked where it is changed. Looks at more than are wanted, as
 * others may be quicker.
 */
final class PostgresTaking extends Taking {
    private static final int OTHERS = 4;

    @Override
    int candidates(int max) {
        return Math.multiplyExact(max, OTHERS);
    }

    @Override
    String looking(String sql) {
        return sql;
    }

    @Override
    String changing(Change wanted) {
        return """
                with free as materialized (
                    select 1 from %2$s where %3$s for update skip locked
                )
                %1$s where %3$s and exists (select 1 from free)
                """.formatted(wanted.change(), wanted.table(), wanted.row());
    }
}
