package dev.badgr.jdbc;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.port.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On MariaDB a time is the same whatever zones the server's session, the driver and the JVM are set to. */
class MariaDbTimesTest {
    private static final String NAME = MariaDb.newName();
    private static final HikariDataSource BERLIN = at("timezone=+02:00");
    private static final HikariDataSource NEW_YORK = at("sessionVariables=time_zone='-05:00'");

    @AfterAll
    static void close() {
        BERLIN.close();
        NEW_YORK.close();
    }

    private static HikariDataSource at(String zone) {
        return MariaDb.pool(MariaDb.server().url(NAME, "&" + zone), 2);
    }

    /** The hour that Berlin leaves out, the one that it has twice, a leap day, and the far ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-29T01:30:00.001Z",
                "2026-10-25T00:30:00.999Z",
                "2026-10-25T01:30:00.999Z",
                "2028-02-29T23:59:59.500Z",
                "1970-01-01T00:00:00Z",
                "2199-12-31T23:59:59.999Z"
            })
    void whatIsWrittenInBerlinIsReadInNewYork(Instant then) throws SQLException {
        JdbcSchema.apply(BERLIN);
        Storage berlin = JdbcStorage.of(BERLIN);
        Award award = inZone("Europe/Berlin", () -> {
            Award issued = anAwardOf(new Given(berlin).badge())
                    .issuedOn(then)
                    .expires(then.plusMillis(1))
                    .build();
            berlin.stores().awards().award(issued, java.util.List.of());
            return issued;
        });
        Optional<Award> read = inZone(
                "America/New_York",
                () -> JdbcStorage.of(NEW_YORK).stores().awards().byId(award.id()));
        assertThat(read).contains(award);
        assertThat(asText(award.id()))
                .startsWith(then.toString().substring(0, 19).replace('T', ' '));
    }

    /** As a host's own tool reads it: in UTC. */
    private static String asText(AwardId id) throws SQLException {
        Sql text = Sql.of("""
                select cast(issued_on as char(30)) as found from badgr_award
                where recipient_key = :recipient and sequence = :sequence
                """);
        try (Connection connection = NEW_YORK.getConnection()) {
            Session session = new Session(connection, Database.MARIADB.dialect());
            return session.one(text, AwardRows.id(id), row -> row.text("found")).orElseThrow();
        }
    }

    private static <T> T inZone(String zone, java.util.function.Supplier<T> work) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            return work.get();
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
