package dev.badgr.jdbc;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Some;
import dev.badgr.port.BadgrException;
import dev.badgr.port.Misconfigured;
import dev.badgr.port.Storage;
import dev.badgr.port.StorageUnavailable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What a host is told when its database fails, and that nothing was half done. */
class UnavailableTest {
    @Test
    void aClosedPoolIsUnavailable() {
        HikariDataSource database = Postgres.migrated(2);
        Storage storage = JdbcStorage.of(database, Database.POSTGRESQL);
        database.close();
        assertUnavailable(storage);
        assertUnavailable(JdbcStorage.of(database));
    }

    @Test
    void nobodyAtThePortIsUnavailable() {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setPortNumbers(new int[] {1});
        nobody.setUser("postgres");
        assertUnavailable(JdbcStorage.of(nobody));
        assertThatThrownBy(() -> JdbcSchema.apply(nobody)).isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void anExhaustedPoolIsUnavailable() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(Postgres.server().getPostgresDatabase());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        try (HikariDataSource database = new HikariDataSource(config);
                Connection all = database.getConnection()) {
            assertThat(all.isClosed()).isFalse();
            assertUnavailable(JdbcStorage.of(database, Database.POSTGRESQL));
        }
    }

    @Test
    void aServerThatStopsInATransactionIsUnavailableAndNothingWasDone(@TempDir Path data) throws IOException {
        EmbeddedPostgres server = Postgres.startIn(data);
        Badge badge = aBadge().build();
        try (HikariDataSource database = Postgres.pool(server.getPostgresDatabase(), 2)) {
            JdbcSchema.apply(database);
            Storage storage = JdbcStorage.of(database);
            assertThatThrownBy(() -> storage.inTransaction(stores -> {
                        stores.badges().define(badge);
                        stop(server);
                        return stores.badges().define(aBadge().build());
                    }))
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageContaining("try again");
        }
        try (EmbeddedPostgres again = Postgres.startIn(data)) {
            assertThat(JdbcStorage.of(again.getPostgresDatabase())
                            .stores()
                            .badges()
                            .byId(badge.id()))
                    .isEmpty();
        }
    }

    @Test
    void aConnectionThatIsKilledIsUnavailableAndTheNextOneWorks() throws SQLException {
        try (HikariDataSource database = Postgres.migrated(1)) {
            Storage storage = JdbcStorage.of(database);
            Badge badge = aBadge().build();
            assertThatThrownBy(() -> storage.inTransaction(stores -> {
                        stores.badges().define(badge);
                        killAllOf(database);
                        return stores.badges().define(aBadge().build());
                    }))
                    .isInstanceOf(StorageUnavailable.class);
            assertThat(storage.stores().badges().byId(badge.id())).isEmpty();
            assertThat(storage.stores().badges().define(badge)).isEqualTo(badge);
        }
    }

    @Test
    void aReadOnlyDatabaseSaysSo() throws SQLException {
        try (HikariDataSource database = Postgres.migrated(2)) {
            Badge badge = new Given(JdbcStorage.of(database)).badge();
            HikariConfig config = new HikariConfig();
            config.setDataSource(database);
            config.setConnectionInitSql("set default_transaction_read_only = on");
            config.setMaximumPoolSize(1);
            try (HikariDataSource standby = new HikariDataSource(config)) {
                Storage storage = JdbcStorage.of(standby);
                assertThat(storage.stores().badges().byId(badge.id())).contains(badge);
                assertThatThrownBy(() ->
                                storage.stores().awards().award(anAwardOf(badge).build(), List.of()))
                        .isInstanceOf(StorageUnavailable.class)
                        .hasMessageContaining("primary");
            }
        }
    }

    @Test
    void aReadOnlyH2SaysSo(@TempDir Path folder) {
        try (HikariDataSource database = H2Files.pool(folder, 1)) {
            JdbcSchema.apply(database);
        }
        Storage storage = JdbcStorage.of(H2Files.source(H2Files.url(folder) + ";ACCESS_MODE_DATA=r", ""));
        assertThatThrownBy(() -> storage.stores().badges().define(aBadge().build()))
                .isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void missingTablesSaySo(@TempDir Path folder) {
        try (HikariDataSource postgres = Postgres.newDatabase(1);
                HikariDataSource h2 = H2Files.pool(folder, 1)) {
            for (DataSource empty : new DataSource[] {postgres, h2}) {
                assertThatThrownBy(() -> JdbcStorage.of(empty).installationCheck("check"))
                        .isInstanceOf(Misconfigured.class)
                        .hasMessageContaining("JdbcSchema.apply(dataSource)");
            }
        }
    }

    @Test
    void aWrongPasswordSaysSo(@TempDir Path folder) {
        try (HikariDataSource database = H2Files.pool(folder, 1)) {
            JdbcSchema.apply(database);
            DataSource stranger = H2Files.source(H2Files.url(folder), "stranger");
            assertThatThrownBy(() -> JdbcStorage.of(stranger).installationCheck("check"))
                    .isInstanceOf(Misconfigured.class)
                    .hasMessageContaining("password");
        }
    }

    /** A column that was made too short makes the driver quote the value in its message. */
    @Test
    void whatWasRefusedIsNotQuoted() throws SQLException {
        try (HikariDataSource database = Postgres.migrated(1)) {
            Given given = new Given(JdbcStorage.of(database));
            Badge badge = given.badge();
            run(database, "alter table badgr_award add constraint strict check (address = 'nobody')");
            EmailAddress address = Some.address();
            Award award = anAwardOf(badge).to(address).build();
            assertThatThrownBy(() -> given.storage().stores().awards().award(award, List.of()))
                    .isExactlyInstanceOf(BadgrException.class)
                    .hasMessageContaining("23514")
                    .satisfies(e -> assertThat(printed(e)).doesNotContain(address.localPart()));
        }
    }

    private static void assertUnavailable(Storage storage) {
        assertThatThrownBy(() -> storage.stores().badges().byId(aBadge().build().id()))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("try again");
        assertThatThrownBy(() -> storage.inTransaction(stores -> "done")).isInstanceOf(StorageUnavailable.class);
    }

    private static void killAllOf(HikariDataSource database) {
        try (Connection one = database.getDataSource().getConnection()) {
            run(
                    one,
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            run(connection, sql);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String printed(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
