package dev.badgr.jdbc;

import java.sql.SQLException;
import java.util.Set;

/** MySQL, where it is not as MariaDB is. */
final class MySqlDialect extends MariaDbDialect {
    /** A column or an index of that name. */
    private static final Set<Integer> THERE = Set.of(1060, 1061);

    @Override
    String translated(String standard) {
        return MariaDbWords.ofMySql(standard);
    }

    /** It has no blocks of statements outside procedures. */
    @Override
    Awarding awarding() {
        return new Awarding();
    }

    @Override
    boolean isThere(SQLException e) {
        return THERE.contains(e.getErrorCode());
    }
}
