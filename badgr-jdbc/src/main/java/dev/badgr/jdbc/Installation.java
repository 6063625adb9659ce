package dev.badgr.jdbc;

import dev.badgr.port.Misconfigured;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The one row about the installation itself.
 *
 * @param check the check value of the recipient secret
 * @param next that of the secret that it is being moved to
 */
record Installation(String check, Optional<String> next) {
    private static final Sql READ = Sql.of("select check_value, next_check_value from badgr_installation where id = 1");
    private static final Sql KEEP = Sql.of("insert into badgr_installation (id, check_value) values (1, :check)");
    private static final Sql LEAVE = Sql.of("""
            update badgr_installation set next_check_value = :next
            where id = 1 and check_value = :check and next_check_value is null
            """);
    private static final Sql STAY = Sql.of("""
            update badgr_installation set next_check_value = null where id = 1 and next_check_value = :next
            """);
    private static final Sql ARRIVE = Sql.of("""
            update badgr_installation set check_value = next_check_value, next_check_value = null
            where id = 1 and next_check_value = :next
            """);

    static String check(Session session, String check) throws SQLException {
        Optional<Installation> kept = read(session);
        if (kept.isPresent()) {
            return kept.get().requireAtRest().check();
        }
        session.ensure(KEEP, Params.with("check", check));
        return read(session).orElseThrow(LostRace::new).check();
    }

    static Optional<Installation> read(Session session) throws SQLException {
        return session.one(
                READ,
                new Params(),
                row -> new Installation(row.text("check_value"), row.optionalText("next_check_value")));
    }

    /** Nobody may work on rows of which some are under one secret and some under another. */
    Installation requireAtRest() {
        if (next.isPresent()) {
            throw new Misconfigured("This database is being moved to another recipient secret: run Rekey again with"
                    + " the same two secrets until it is done, then start with the new one");
        }
        return this;
    }

    /** From now on until it has arrived or stays, it is under way; whether it was not before. */
    static boolean leave(Session session, String check, String next) throws SQLException {
        return session.update(LEAVE, Params.with("check", check).and("next", next)) == 1;
    }

    static boolean stay(Session session, String next) throws SQLException {
        return session.update(STAY, Params.with("next", next)) == 1;
    }

    static boolean arrive(Session session, String next) throws SQLException {
        return session.update(ARRIVE, Params.with("next", next)) == 1;
    }
}
