package dev.badgr.jdbc;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.award.Revocation;
import dev.badgr.fixture.Times;
import dev.badgr.port.Misconfigured;
import dev.badgr.port.Storage;
import dev.badgr.port.StorageUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host is told when MariaDB fails, and that nothing was half done. */
class MariaDbTroubleTest {
    private static final MariaDbServer SERVER = MariaDb.server();

    @Test
    void aServerThatIsKilledInATransactionIsUnavailableAndNothingWasDone() {
        Badge badge = aBadge().build();
        try (MariaDbServer server = MariaDbServer.started()) {
            MariaDb.run(server.url("", ""), "create database badgr");
            try (HikariDataSource database = MariaDb.pool(server.url("badgr", ""), 2)) {
                JdbcSchema.apply(database);
                Storage storage = JdbcStorage.of(database);
                assertThatThrownBy(() -> storage.inTransaction(stores -> {
                            stores.badges().define(badge);
                            server.kill();
                            return stores.badges().define(aBadge().build());
                        }))
                        .isInstanceOf(StorageUnavailable.class)
                        .hasMessageContaining("try again");
                server.start();
                server.await();
                // A pool trusts for half a second what it has just used.
                database.getHikariPoolMXBean().softEvictConnections();
                assertThat(storage.stores().badges().byId(badge.id())).isEmpty();
                assertThat(storage.stores().badges().define(badge)).isEqualTo(badge);
            }
        }
    }

    @Test
    void aConnectionThatIsKilledIsUnavailableAndTheNextOneWorks() {
        try (HikariDataSource database = MariaDb.migrated(1)) {
            Storage storage = JdbcStorage.of(database);
            Badge badge = aBadge().build();
            assertThatThrownBy(() -> storage.inTransaction(stores -> {
                        stores.badges().define(badge);
                        killAllOf(name(database));
                        return stores.badges().define(aBadge().build());
                    }))
                    .isInstanceOf(StorageUnavailable.class);
            assertThat(storage.stores().badges().byId(badge.id())).isEmpty();
            assertThat(storage.stores().badges().define(badge)).isEqualTo(badge);
        }
    }

    @Test
    void aReadOnlySessionSaysSo() {
        try (HikariDataSource database = MariaDb.migrated(1)) {
            Badge badge = new Given(JdbcStorage.of(database)).badge();
            try (HikariDataSource standby =
                    MariaDb.pool(database.getJdbcUrl() + "&sessionVariables=tx_read_only=1", 1)) {
                assertThat(JdbcStorage.of(standby).stores().badges().byId(badge.id()))
                        .contains(badge);
                assertReadOnly(JdbcStorage.of(standby), badge);
            }
        }
    }

    @Test
    void aReadOnlyServerSaysSo() {
        try (HikariDataSource database = MariaDb.migrated(1)) {
            Badge badge = new Given(JdbcStorage.of(database)).badge();
            String plain = plainUser(name(database), "all");
            MariaDb.run(SERVER.url("", ""), "set global read_only = 1");
            try (HikariDataSource standby = MariaDb.pool(plain, 1)) {
                assertReadOnly(JdbcStorage.of(standby), badge);
            } finally {
                MariaDb.run(SERVER.url("", ""), "set global read_only = 0");
            }
        }
    }

    @Test
    void aRowThatIsHeldTooLongIsUnavailable() throws SQLException {
        try (HikariDataSource database = MariaDb.migrated(2);
                HikariDataSource impatient =
                        MariaDb.pool(database.getJdbcUrl() + "&sessionVariables=innodb_lock_wait_timeout=1", 1)) {
            Given given = new Given(JdbcStorage.of(database));
            Award award = given.award(given.badge());
            Storage storage = JdbcStorage.of(impatient);
            try (Connection holder = database.getConnection();
                    Statement statement = holder.createStatement()) {
                holder.setAutoCommit(false);
                statement.executeQuery("select * from badgr_award for update").close();
                assertThatThrownBy(() -> revoke(storage, award)).isInstanceOf(StorageUnavailable.class);
                holder.rollback();
            }
            assertThat(revoke(storage, award)).isTrue();
        }
    }

    @Test
    void missingTablesSaySo() {
        try (HikariDataSource empty = MariaDb.newDatabase(1)) {
            assertMisconfigured(empty, "JdbcSchema.apply(dataSource)");
        }
    }

    @Test
    void aUserWithoutPrivilegesIsToldSo() {
        try (HikariDataSource database = MariaDb.migrated(1);
                HikariDataSource reader = MariaDb.pool(plainUser(name(database), "select"), 1)) {
            Badge badge = aBadge().build();
            assertThatThrownBy(() -> JdbcStorage.of(reader).stores().badges().define(badge))
                    .isInstanceOf(Misconfigured.class)
                    .hasMessageContaining("privileges");
        }
    }

    /** The driver's own source, without a pool in between. */
    @Test
    void aWrongPasswordIsToldSo() {
        assertMisconfigured(MariaDb.source(SERVER.url(MariaDb.newName(), "&password=wrong")), "password");
    }

    /** Whatever their SQLStates, which say little. */
    @ParameterizedTest
    @ValueSource(ints = {1020, 1213})
    void whatMeetsAnotherTransactionIsDoneAgain(int code) {
        assertThat(trouble(code)).isEqualTo(Trouble.AGAIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1021, 1040, 1047, 1053, 1114, 1180, 1203, 1205, 1226, 1317, 1927, 1969, 3024})
    void whatPassesWithTimeIsUnavailable(int code) {
        assertThat(trouble(code)).isEqualTo(Trouble.UNAVAILABLE);
    }

    private static Trouble trouble(int code) {
        return Database.MARIADB.dialect().trouble(new SQLException("", "HY000", code));
    }

    private static boolean revoke(Storage storage, Award award) {
        return storage.stores().awards().revoke(award.id(), new Revocation("Mistake.", Times.NOW));
    }

    private static void assertReadOnly(Storage storage, Badge badge) {
        assertThatThrownBy(
                        () -> storage.stores().awards().award(anAwardOf(badge).build(), List.of()))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("primary");
    }

    private static AbstractThrowableAssert<?, ?> assertMisconfigured(DataSource database, String word) {
        return assertThatThrownBy(() -> JdbcStorage.of(database).installationCheck("check"))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining(word);
    }

    private static String name(HikariDataSource database) {
        return database.getJdbcUrl().replaceAll(".*/(\\w+)\\?.*", "$1");
    }

    /** One who may not change what is read-only. */
    private static String plainUser(String database, String privileges) {
        MariaDb.run(
                SERVER.url("", ""),
                "grant %s on %s.* to plain@'127.0.0.1' identified by 'plain'".formatted(privileges, database));
        return SERVER.url(database, "&password=plain").replace("user=root", "user=plain");
    }

    private static void killAllOf(String database) {
        MariaDb.run(SERVER.url("", "&allowMultiQueries=true"), """
                begin not atomic
                    for c in (select id from information_schema.processlist where db = '%s') do
                        kill c.id;
                    end for;
                end""".formatted(database));
    }
}
