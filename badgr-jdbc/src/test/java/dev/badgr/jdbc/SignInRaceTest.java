package dev.badgr.jdbc;

import static dev.badgr.fixture.Records.aRecordOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.account.Account;
import dev.badgr.account.SignInRules;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.Event;
import dev.badgr.port.SignInStore.Attempt;
import dev.badgr.port.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last attempts before a password is disabled: no crowd gets past the number, on any database. */
class SignInRaceTest {
    private static final int CROWD = 64;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final SignInRules TEN_IN_A_ROW = new SignInRules(5, MINUTE, MINUTE, MINUTE, 10, MINUTE);

    @Test
    void onPostgres() {
        try (HikariDataSource database = Postgres.migrated(70)) {
            assertTenAreAdmitted(JdbcStorage.of(database));
            assertSucceedingAndFailingGoTogether(JdbcStorage.of(database));
        }
    }

    @Test
    void onH2(@TempDir Path folder) {
        try (HikariDataSource database = H2Files.migrated(folder, 70)) {
            assertTenAreAdmitted(JdbcStorage.of(database));
            assertSucceedingAndFailingGoTogether(JdbcStorage.of(database));
        }
    }

    @Test
    void onMariaDb() {
        try (HikariDataSource database = MariaDb.migrated(70)) {
            assertTenAreAdmitted(JdbcStorage.of(database));
            assertSucceedingAndFailingGoTogether(JdbcStorage.of(database));
        }
    }

    private static void assertTenAreAdmitted(Storage storage) {
        for (int round = 0; round < 5; round++) {
            Account account = new Given(storage).account();
            List<Attempt> attempts = Race.of(
                    CROWD,
                    i -> storage.stores().signIns().reserve(account.primary(), Some.client(), TEN_IN_A_ROW, Times.NOW));
            assertThat(attempts).filteredOn(Attempt::admitted).hasSize(10);
            assertThat(attempts).filteredOn(Attempt::disabled).hasSize(CROWD - 10);
        }
    }

    /** Reserving takes the rows of a pair and of an account; so does forgiving them: in one order. */
    private static void assertSucceedingAndFailingGoTogether(Storage storage) {
        Account account = new Given(storage).account();
        var client = Some.client();
        var signIns = storage.stores().signIns();
        Race.of(CROWD, i -> {
            for (int round = 0; round < 5; round++) {
                signIns.reserve(account.primary(), client, SignInRules.standard(), Times.NOW);
                signIns.succeed(
                        account.id(),
                        client,
                        account.password().orElseThrow(),
                        Optional.empty(),
                        aRecordOf(Event.SIGNED_IN));
            }
            return i;
        });
        signIns.succeed(
                account.id(), client, account.password().orElseThrow(), Optional.empty(), aRecordOf(Event.SIGNED_IN));
        assertThat(signIns.reserve(account.primary(), client, SignInRules.standard(), Times.NOW)
                        .admitted())
                .isTrue();
    }
}
