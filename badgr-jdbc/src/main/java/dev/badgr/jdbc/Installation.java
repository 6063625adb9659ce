package dev.badgr.jdbc;

import java.sql.SQLException;
import java.util.Optional;

/** The one row about the installation itself. */
final class Installation {
    private static final Sql READ = Sql.of("select check_value from badgr_installation where id = 1");
    private static final Sql KEEP = Sql.of("insert into badgr_installation (id, check_value) values (1, :check)");

    private Installation() {}

    static String check(Session session, String check) throws SQLException {
        Optional<String> kept = read(session);
        if (kept.isPresent()) {
            return kept.get();
        }
        session.ensure(KEEP, Params.with("check", check));
        return read(session).orElseThrow(LostRace::new);
    }

    static Optional<String> read(Session session) throws SQLException {
        return session.one(READ, new Params(), row -> row.text("check_value"));
    }
}
