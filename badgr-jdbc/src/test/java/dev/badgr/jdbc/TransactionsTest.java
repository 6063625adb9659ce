package dev.badgr.jdbc;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.award.Award;
import dev.badgr.award.Revocation;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Times;
import dev.badgr.port.BadgrException;
import dev.badgr.port.Storage;
import dev.badgr.port.Stores;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How transactions are begun, done again and ended. */
class TransactionsTest {
    private static final HikariDataSource DATABASE = Postgres.migrated(8);

    private final Storage storage = JdbcStorage.of(DATABASE);
    private final Given given = new Given(storage);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aTransactionThatTheDatabaseGaveUpIsDoneAgain() {
        Award one = given.award(given.badge());
        Award other = given.award(given.badge());
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger begun = new AtomicInteger();
        List<Boolean> outcomes = Race.of(2, i -> {
            AtomicInteger tries = new AtomicInteger();
            return storage.inTransaction(stores -> {
                begun.incrementAndGet();
                boolean first = revoke(stores, i == 0 ? one : other);
                if (tries.incrementAndGet() == 1) {
                    await(bothHoldOne);
                }
                boolean second = revoke(stores, i == 0 ? other : one);
                return first && second;
            });
        });
        assertThat(outcomes).containsExactlyInAnyOrder(true, false);
        // Each began once; whoever was given up began again, and may have met the other once more.
        assertThat(begun).hasValueGreaterThan(2);
        assertThat(storage.stores().awards().byId(one.id()).orElseThrow().revocation())
                .isPresent();
        assertThat(storage.stores().awards().byId(other.id()).orElseThrow().revocation())
                .isPresent();
    }

    @Test
    void aFailureThatWasHushedUpIsNotCommitted() {
        Award award = anAwardOf(given.badge()).build();
        assertThatThrownBy(() -> storage.inTransaction(stores -> {
                    stores.awards().award(award, List.of());
                    try {
                        return stores.notices().undelivered(Times.NOW, -1);
                    } catch (BadgrException e) {
                        return List.of();
                    }
                }))
                .isInstanceOf(BadgrException.class);
        assertThat(storage.stores().awards().byId(award.id())).isEmpty();
    }

    @Test
    void aPoolWithoutAutocommitIsCommittedAndLeftAsItWas() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(DATABASE);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(1);
        try (HikariDataSource manual = new HikariDataSource(config)) {
            Award award = anAwardOf(given.badge()).build();
            Storage through = JdbcStorage.of(manual);
            through.stores().awards().award(award, List.of());
            assertThat(storage.stores().awards().byId(award.id())).contains(award);
            through.inTransaction(stores -> stores.badges().define(aBadge().build()));
            try (Connection connection = manual.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
            }
        }
    }

    @Test
    void aConnectionIsLeftAsItWasAfterAFailure() throws SQLException {
        try (Connection one = DATABASE.getConnection()) {
            Session session = new Session(one, Database.POSTGRESQL.dialect());
            assertThatThrownBy(() -> Transactions.run(session, s -> {
                        throw new SQLException("first", "22000");
                    }))
                    .hasMessage("first");
            assertThat(one.getAutoCommit()).isTrue();
        }
    }

    private static boolean revoke(Stores stores, Award award) {
        return stores.awards().revoke(award.id(), new Revocation("Mistake.", Times.NOW));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
