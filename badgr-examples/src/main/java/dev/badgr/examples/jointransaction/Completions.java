package dev.badgr.examples.jointransaction;

import dev.badgr.Badgr;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import dev.badgr.jdbc.JdbcStorage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;

/** The host's own table of completed courses: a badge is awarded exactly if the completion is recorded. */
public final class Completions {
    private final DataSource dataSource;
    private final Badgr badgr;

    /** On the database that badgr uses too. */
    public Completions(DataSource dataSource, Badgr badgr) {
        this.dataSource = dataSource;
        this.badgr = badgr;
    }

    /** Makes the host's table. */
    public void createTable() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table completion (id varchar(36) primary key, learner varchar(254) not null,"
                    + " course varchar(100) not null, completed_at timestamp(3) not null)");
        }
    }

    /** Records a completion and awards its badge, or does neither. */
    public void complete(String id, String learner, Badge badge, Instant completedAt) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            // tag::join[]
            connection.setAutoCommit(false);
            try {
                insertCompletion(connection, id, learner, badge, completedAt);
                badgr.awards()
                        .on(JdbcStorage.joining(connection))
                        .award(NewAward.of(badge, EmailAddress.parse(learner)).once(id, completedAt))
                        .orElseThrow();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
            // end::join[]
        }
    }

    private static void insertCompletion(
            Connection connection, String id, String learner, Badge badge, Instant completedAt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into completion values (?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, learner);
            insert.setString(3, badge.id().toString());
            insert.setTimestamp(4, Timestamp.from(completedAt));
            insert.executeUpdate();
        }
    }
}
