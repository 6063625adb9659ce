package dev.badgr.examples.jointransaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.Badgr;
import dev.badgr.RefusedException;
import dev.badgr.Secrets;
import dev.badgr.Site;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.jdbc.JdbcSchema;
import dev.badgr.jdbc.JdbcStorage;
import dev.badgr.testing.RecordingMailer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Badge ALGEBRA = badge("algebra");

    @TempDir
    Path folder;

    private final JdbcDataSource database = new JdbcDataSource();
    private Completions completions;

    @BeforeEach
    void setUp() throws SQLException {
        database.setURL("jdbc:h2:file:" + folder.resolve("host"));
        JdbcSchema.apply(database);
        Badgr badgr = Badgr.builder()
                .storage(JdbcStorage.of(database))
                .secrets(Secrets.random())
                .mailer(new RecordingMailer())
                .site(Site.at("PLP", "https://plp.example/badges"))
                .build();
        badgr.badges().define(ALGEBRA).orElseThrow();
        completions = new Completions(database, badgr);
        completions.createTable();
    }

    @Test
    void completionAwardAndNoticeAreThereTogether() throws SQLException {
        completions.complete("c-1", "mia@school.edu", ALGEBRA, NOON);
        assertThat(rows("completion")).isEqualTo(1);
        assertThat(rows("badgr_award")).isEqualTo(1);
        assertThat(rows("badgr_notice")).isEqualTo(1);
    }

    @Test
    void aRefusedAwardTakesTheCompletionBack() throws SQLException {
        assertThatThrownBy(() -> completions.complete("c-2", "mia@school.edu", badge("undefined"), NOON))
                .isInstanceOf(RefusedException.class);
        assertThat(rows("completion")).isZero();
        assertThat(rows("badgr_award")).isZero();
    }

    @Test
    void aFailedCompletionTakesNoAwardAlong() throws SQLException {
        completions.complete("c-3", "mia@school.edu", ALGEBRA, NOON);
        assertThatThrownBy(() -> completions.complete("c-3", "eva@school.edu", ALGEBRA, NOON))
                .isInstanceOf(SQLIntegrityConstraintViolationException.class);
        assertThat(rows("badgr_award")).isEqualTo(1);
        assertThat(rows("badgr_notice")).isEqualTo(1);
    }

    private int rows(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet count = connection.createStatement().executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getInt(1);
        }
    }

    private static Badge badge(String id) {
        Issuer issuer = Issuer.of("plp", "PLP", "https://plp.example");
        return Badge.of(issuer, id, id, "Knows it.", "Pass the course.", "https://plp.example/" + id + ".png");
    }
}
