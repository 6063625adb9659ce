package dev.badgr.jdbc;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.contract.BulkStoreContract;
import dev.badgr.port.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** PostgreSQL by a driver that is not its own and can't copy: slices are stored all the same. */
class PostgresForeignDriverTest extends BulkStoreContract {
    private static final HikariDataSource DATABASE = Postgres.migrated(20);
    private static final DataSource FOREIGN =
            mock(DataSource.class, withSettings().stubOnly().defaultAnswer(delegatesTo(DATABASE)));

    @BeforeAll
    static void hideTheDriver() throws SQLException {
        doAnswer(call -> foreign(DATABASE.getConnection())).when(FOREIGN).getConnection();
    }

    private static Connection foreign(Connection connection) throws SQLException {
        Connection foreign = mock(Connection.class, withSettings().stubOnly().defaultAnswer(delegatesTo(connection)));
        doReturn(false).when(foreign).isWrapperFor(any());
        return foreign;
    }

    @AfterAll
    static void close() {
        AuditorTests.assertAccountsAreClean(DATABASE);
        DATABASE.close();
    }

    @Override
    protected Storage storage() {
        return JdbcStorage.of(FOREIGN);
    }
}
