package dev.badgr.jdbc;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.RecipientKey;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.fixture.AwardFixture;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore.Change;
import dev.badgr.port.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases order awards as {@link AwardId#compareTo} does: by unsigned bytes, whatever the sign bits are. */
class AwardOrderTest {
    private static final long[] HALVES = {0, 1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, -2, -1};

    @Test
    void postgresOrdersByUnsignedBytes() {
        try (HikariDataSource database = Postgres.migrated(2)) {
            assertOrdered(JdbcStorage.of(database));
        }
    }

    @Test
    void h2OrdersByUnsignedBytes(@TempDir Path folder) {
        try (HikariDataSource database = H2Files.migrated(folder, 2)) {
            assertOrdered(JdbcStorage.of(database));
        }
    }

    @Test
    void mariaDbOrdersByUnsignedBytes() {
        try (HikariDataSource database = MariaDb.migrated(2)) {
            assertOrdered(JdbcStorage.of(database));
        }
    }

    private static void assertOrdered(Storage storage) {
        Given given = new Given(storage);
        Badge badge = given.badge();
        List<RecipientKey> mailboxes = new ArrayList<>();
        List<Award> awards = new ArrayList<>();
        for (UUID mailbox : List.of(new UUID(1, 1), new UUID(Long.MIN_VALUE, 5), new UUID(-1, Long.MIN_VALUE))) {
            mailboxes.add(new RecipientKey(mailbox));
            for (long high : HALVES) {
                for (long low : HALVES) {
                    awards.add(award(badge, new AwardId(new RecipientKey(mailbox), new UUID(high, low))));
                }
            }
        }
        awards.forEach(award -> storage.stores().awards().award(award, List.of()));
        Account owner = ownerOf(given, mailboxes);
        awards.sort(Comparator.comparing(Award::id).reversed());
        assertThat(allOf(storage, owner)).isEqualTo(awards);
    }

    private static Award award(Badge badge, AwardId id) {
        return AwardFixture.anAwardOf(badge).build().readdressed(id, Some.address());
    }

    private static Account ownerOf(Given given, List<RecipientKey> mailboxes) {
        Account account = anAccount().build();
        given.storage().stores().accounts().create(given.newcomer(account));
        for (RecipientKey mailbox : mailboxes) {
            Account next = account.with(new VerifiedEmail(Some.address(), mailbox, Times.NOW));
            assertThat(given.storage().stores().accounts().replace(account, next, Given.announcement()))
                    .isEqualTo(Change.CHANGED);
            account = next;
        }
        return account;
    }

    private static List<Award> allOf(Storage storage, Account owner) {
        List<Award> all = new ArrayList<>();
        BackpackQuery query = BackpackQuery.newest(5);
        while (true) {
            List<Award> page = storage.stores().backpacks().page(owner.id(), query).stream()
                    .map(BackpackEntry::award)
                    .toList();
            all.addAll(page.subList(0, Math.min(5, page.size())));
            if (page.size() <= 5) {
                return all;
            }
            query = query.after(page.get(4).id().text());
        }
    }
}
