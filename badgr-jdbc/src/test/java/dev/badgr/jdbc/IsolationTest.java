package dev.badgr.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.contract.AccountRaceContract;
import dev.badgr.contract.BackpackRaceContract;
import dev.badgr.contract.EmailProofRaceContract;
import dev.badgr.contract.RacesContract;
import dev.badgr.port.Storage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An address is verified on one account, a code wins once, and a Backpack shows nothing whose address is not its account's,
 * at every isolation level that a host's pool may ask for: what many do at once meets keys and conditions in the database.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("settings")
class IsolationTest {
    private static final int CONNECTIONS = 24;
    private static final AtomicInteger FOLDERS = new AtomicInteger();

    /** The databases that are here; a further one is another line. */
    private enum Server {
        POSTGRESQL(Postgres::migrated),
        H2(connections -> H2Files.migrated(folder.resolve("level-" + FOLDERS.incrementAndGet()), connections));

        @SuppressWarnings("ImmutableEnumChecker") // a function has no state
        private final IntFunction<HikariDataSource> database;

        Server(IntFunction<HikariDataSource> database) {
            this.database = database;
        }
    }

    private enum Level {
        READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
        REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
        SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

        private final int jdbc;

        Level(int jdbc) {
            this.jdbc = jdbc;
        }
    }

    /** A database of its own for each pair, made when its turn comes. */
    private record Setting(Server server, Level level) {
        HikariDataSource open() {
            return Isolated.pool(server.database.apply(CONNECTIONS), level.name(), CONNECTIONS);
        }
    }

    static Stream<Setting> settings() {
        return Stream.of(Server.values())
                .flatMap(server -> Stream.of(Level.values()).map(level -> new Setting(server, level)));
    }

    @SuppressWarnings("NullAway.Init") // before each of the settings
    private static HikariDataSource database;

    @TempDir
    private static Path folder;

    @Parameter
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Setting setting;

    @BeforeParameterizedClassInvocation
    static void open(Setting setting) {
        database = setting.open();
    }

    @AfterParameterizedClassInvocation
    static void close() throws SQLException {
        AuditorTests.assertAccountsAreClean(database);
        database.close();
        database.getDataSource().unwrap(HikariDataSource.class).close();
    }

    @Test
    void theLevelIsTheOneThatWasAskedFor() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(setting.level.jdbc);
        }
    }

    @Nested
    class Accounts extends AccountRaceContract {
        @Override
        protected Storage storage() {
            return JdbcStorage.of(database);
        }
    }

    @Nested
    class EmailProofs extends EmailProofRaceContract {
        @Override
        protected Storage storage() {
            return JdbcStorage.of(database);
        }
    }

    @Nested
    class BackpacksUnderFire extends BackpackRaceContract {
        @Override
        protected Storage storage() {
            return JdbcStorage.of(database);
        }
    }

    @Nested
    class Verbs extends RacesContract {
        @Override
        protected Storage storage() {
            return JdbcStorage.of(database);
        }
    }
}
