package dev.badgr.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.contract.VerbContracts;
import dev.badgr.port.Storage;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A server that was named on the command line carries the verbs: see {@link NamedServer}. */
@EnabledIfSystemProperty(named = NamedServer.URL, matches = ".+")
class NamedServerVerbsTest extends VerbContracts {
    private static NamedServer server;

    @BeforeAll
    static void open() throws SQLException {
        server = NamedServer.open();
    }

    @AfterAll
    static void close() {
        if (server != null) {
            try (NamedServer open = server) {
                assertThat(Auditor.of(open.database()).audit().findings()).isEmpty();
            }
        }
    }

    @Override
    protected Storage storage() {
        return JdbcStorage.of(server.database());
    }
}
