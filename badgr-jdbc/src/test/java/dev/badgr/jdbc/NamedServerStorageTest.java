package dev.badgr.jdbc;

import dev.badgr.contract.StorageContracts;
import dev.badgr.port.Storage;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A server that was named on the command line keeps the law of storage: see {@link NamedServer}. */
@EnabledIfSystemProperty(named = NamedServer.URL, matches = ".+")
class NamedServerStorageTest extends StorageContracts {
    private static NamedServer server;

    @BeforeAll
    static void open() throws SQLException {
        server = NamedServer.open();
    }

    @AfterAll
    static void close() {
        if (server != null) {
            try (NamedServer open = server) {
                AuditorTests.assertAccountsAreClean(open.database());
            }
        }
    }

    @Override
    protected Storage storage() {
        return JdbcStorage.of(server.database());
    }
}
