package dev.badgr.examples.walkthrough;

import dev.badgr.award.Award;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import dev.badgr.jdbc.JdbcStorage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** The portal's own table and its badge, in one transaction on one connection. */
final class HostTransaction {
    private static final String COURSE = "fractions";

    private final Stage stage;
    private final DataSource database;

    HostTransaction(Stage stage, DataSource database) {
        this.stage = stage;
        this.database = database;
    }

    Award play(Visitor mia) throws SQLException {
        stage.scene("The portal's own transaction");
        stage.tell(
                "When a course is completed, the portal writes that into a table of its own and awards the badge, in one"
                        + " transaction. The first time its own work fails, and it rolls back.");
        createTable();
        Instant completedAt = stage.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Award lost = complete(mia, completedAt, false);
        stage.deliverNotices();
        stage.check(
                "neither the completion nor the badge is there, and no mail went out",
                completions(mia) == 0 && !stage.holds(mia, lost));
        stage.tell("The second time it commits.");
        Award award = complete(mia, completedAt, true);
        stage.deliverNotices();
        stage.check("both are there", completions(mia) == 1 && stage.holds(mia, award));
        return award;
    }

    private Award complete(Visitor mia, Instant completedAt, boolean commit) throws SQLException {
        stage.done(stage.badgr().badges().define(Catalog.FRACTIONS));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            record(connection, mia.email, completedAt);
            NewAward wanted = NewAward.of(Catalog.FRACTIONS, EmailAddress.parse(mia.email))
                    .once(COURSE, completedAt);
            Award award = stage.done(stage.badgr()
                            .awards()
                            .on(JdbcStorage.joining(connection))
                            .award(wanted))
                    .award();
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return award;
        }
    }

    private void createTable() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS plp_completion (
                        learner      varchar(254) NOT NULL,
                        course       varchar(100) NOT NULL,
                        completed_at timestamp with time zone NOT NULL,
                        PRIMARY KEY (learner, course))
                    """);
        }
    }

    private static void record(Connection connection, String learner, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO plp_completion VALUES (?, ?, ?)")) {
            insert.setString(1, learner);
            insert.setString(2, COURSE);
            insert.setTimestamp(3, Timestamp.from(at));
            insert.executeUpdate();
        }
    }

    private int completions(Visitor mia) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("SELECT count(*) FROM plp_completion WHERE learner = ?")) {
            count.setString(1, mia.email);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
