package dev.badgr.jdbc;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.ShareToken;
import dev.badgr.backpack.Shareable;
import dev.badgr.backpack.SharedView;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.Storage;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who looks while a link is being revoked waits for the outcome, and then sees nothing. */
class ShareRevocationTest {
    private static final HikariDataSource DATABASE = Postgres.migrated(4);
    private static final Sql WAITING = Sql.of("""
            select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            """);

    private final Storage storage = JdbcStorage.of(DATABASE);
    private final ExecutorService visitor = Executors.newSingleThreadExecutor();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aViewThatMeetsARevocationShowsNothingOnceItIsDone() throws Exception {
        ShareLink link = link();
        Future<Optional<SharedView>> view;
        try {
            view = storage.inTransaction(stores -> {
                assertThat(stores.shares().revoke(link.owner(), link.id(), Times.NOW))
                        .isTrue();
                var started = visitor.submit(() -> storage.stores().shares().view(link.id(), Times.NOW));
                awaitWaiting();
                return started;
            });
            assertThat(view.get(60, TimeUnit.SECONDS)).isEmpty();
        } finally {
            visitor.shutdownNow();
        }
        assertThat(storage.stores().shares().of(link.owner()))
                .extracting(ShareLink::views)
                .containsExactly(0L);
    }

    private ShareLink link() {
        Given given = new Given(storage);
        Account owner = given.account();
        Award award =
                anAwardOf(given.badge()).to(owner.primaryEmail().address()).build();
        storage.stores().awards().award(award, List.of());
        ShareLink link = ShareLink.create(
                ShareToken.random(Some.random()),
                owner.id(),
                new Shareable.OneBadge(award.id()),
                Times.NOW,
                Optional.empty());
        assertThat(storage.stores().shares().create(link)).isTrue();
        return link;
    }

    private static void awaitWaiting() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isSomebodyWaiting()) {
            assertThat(System.nanoTime()).as("the visitor waits for the row").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static boolean isSomebodyWaiting() {
        try (var connection = DATABASE.getConnection()) {
            return new Session(connection, Database.POSTGRESQL.dialect()).exists(WAITING, new Params());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
