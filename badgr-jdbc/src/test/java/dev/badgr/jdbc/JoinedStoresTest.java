package dev.badgr.jdbc;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.AwardFixture.noticeOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AwardStore.Readdressing;
import dev.badgr.port.JoinedStores;
import dev.badgr.port.Misconfigured;
import dev.badgr.port.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is done on the host's connection is the host's to commit. */
class JoinedStoresTest {
    private static final HikariDataSource DATABASE = Postgres.migrated(4);

    private final Storage storage = JdbcStorage.of(DATABASE);
    private final Given given = new Given(storage);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void anAwardIsThereIfAndWhenTheHostCommits() throws SQLException {
        Award award = anAwardOf(given.badge()).issuedOn(Times.earlierThanEver()).build();
        try (Connection connection = transaction()) {
            JdbcStorage.joining(connection).awards().award(award, List.of(noticeOf(award)));
            assertThat(found(award)).isEmpty();
            connection.commit();
        }
        assertThat(found(award)).contains(award);
        assertThat(storage.stores().notices().undelivered(Times.NOW, 1)).containsExactly(noticeOf(award));
    }

    @Test
    void anAwardGoesWithTheHostsRollback() throws SQLException {
        Badge badge = aBadge().build();
        Award award = anAwardOf(badge).build();
        try (Connection connection = transaction()) {
            JoinedStores joined = JdbcStorage.joining(connection, Database.POSTGRESQL);
            joined.badges().define(badge);
            joined.awards().award(award, List.of(noticeOf(award)));
            assertThat(joined.awards().byId(award.id())).contains(award);
            connection.rollback();
        }
        assertThat(found(award)).isEmpty();
        assertThat(storage.stores().badges().byId(badge.id())).isEmpty();
    }

    @Test
    void readdressingJoinsToo() throws SQLException {
        Award wrong = given.award(given.badge());
        EmailAddress address = Some.address();
        Award right = wrong.readdressed(
                new AwardId(Some.recipient(address), wrong.id().sequence()), address);
        try (Connection connection = transaction()) {
            assertThat(JdbcStorage.joining(connection).awards().readdress(wrong.id(), right, List.of()))
                    .isEqualTo(Readdressing.DONE);
            connection.rollback();
        }
        assertThat(found(wrong)).contains(wrong);
        assertThat(found(right)).isEmpty();
    }

    @Test
    void nothingIsCommittedClosedOrSwitchedForTheHost() throws SQLException {
        Badge badge = given.badge();
        RoundTrips trips = new RoundTrips();
        try (Connection connection = trips.listeningTo(DATABASE).getConnection()) {
            connection.setAutoCommit(false);
            trips.since();
            JoinedStores joined = JdbcStorage.joining(connection, Database.POSTGRESQL);
            joined.awards().award(anAwardOf(badge).build(), List.of());
            assertThat(trips.since()).isEqualTo(List.of("execute"));
            assertThat(connection.isClosed()).isFalse();
            assertThat(connection.getAutoCommit()).isFalse();
            connection.rollback();
        }
    }

    @Test
    void aConnectionThatCommitsByItselfIsRefused() throws SQLException {
        try (Connection connection = DATABASE.getConnection()) {
            assertThatThrownBy(() -> JdbcStorage.joining(connection))
                    .isInstanceOf(Misconfigured.class)
                    .hasMessageContaining("setAutoCommit(false)");
        }
    }

    private static Connection transaction() throws SQLException {
        Connection connection = DATABASE.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private Optional<Award> found(Award award) {
        return storage.stores().awards().byId(award.id());
    }
}
