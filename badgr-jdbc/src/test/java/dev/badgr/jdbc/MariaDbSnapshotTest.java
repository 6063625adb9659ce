package dev.badgr.jdbc;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.account.Account;
import dev.badgr.account.AddressMove;
import dev.badgr.account.MoveId;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore.Change;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.MoveStore.Asking;
import dev.badgr.port.Storage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * At MariaDB's repeatable read a transaction goes on to see what it saw at first, but changes what is there now. What decides
 * must be what is there now.
 */
class MariaDbSnapshotTest {
    private static final HikariDataSource DATABASE = MariaDb.migrated(4);

    private final Storage storage = JdbcStorage.of(DATABASE);
    private final Given given = new Given(storage);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aMoveIsDecidedByTheAccountsAsTheyAre() {
        Account giver = changed(given.account());
        Account taker = given.account();
        AddressMove move = new AddressMove(
                new MoveId(Some.uuid()),
                giver.emails().get(1).address(),
                giver.emails().get(1).recipient(),
                giver.id(),
                taker.id(),
                Times.NOW,
                Times.NOW.plus(Duration.ofDays(1)),
                AddressMove.State.PENDING,
                Optional.empty());
        Asking asking = storage.inTransaction(stores -> {
            assertThat(stores.accounts().byId(taker.id())).contains(taker);
            meanwhile(() -> changed(taker));
            return stores.moves().ask(move, taker, 10, Given.announcement());
        });
        assertThat(asking).isEqualTo(Asking.ACCOUNT_CHANGED);
    }

    @Test
    void anAwardThatCameSinceIsFound() {
        Badge badge = given.badge();
        Award award = anAwardOf(badge).build();
        AtomicBoolean came = new AtomicBoolean();
        Awarded awarded = storage.inTransaction(stores -> {
            assertThat(stores.badges().byId(badge.id())).isPresent();
            if (!came.getAndSet(true)) {
                meanwhile(() -> storage.stores().awards().award(award, List.of()));
            }
            return stores.awards().award(award, List.of()).orElseThrow();
        });
        assertThat(awarded).isEqualTo(new Awarded(award, false));
    }

    @Test
    void aBadgeThatCameSinceIsFound() {
        Badge badge = BadgeFixture.aBadge().build();
        AtomicBoolean came = new AtomicBoolean();
        Badge defined = storage.inTransaction(stores -> {
            if (!came.getAndSet(true)) {
                assertThat(stores.badges().byId(badge.id())).isEmpty();
                meanwhile(() -> storage.stores().badges().define(badge));
            }
            return stores.badges().define(badge);
        });
        assertThat(defined).isEqualTo(badge);
    }

    private Account changed(Account account) {
        Account after = account.with(Some.verified(Some.address(), Times.NOW));
        assertThat(storage.stores().accounts().replace(account, after, Given.announcement()))
                .isEqualTo(Change.CHANGED);
        return after;
    }

    /** On another connection. */
    private static void meanwhile(Runnable work) {
        Race.between(work);
    }
}
