package dev.badgr.jdbc;

import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static dev.badgr.fixture.GuessFixture.aWrongGuessAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.CodeRules;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.Guess;
import dev.badgr.port.Storage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after a restart: guesses that were counted, codes that were used up. */
class DurabilityTest {
    private final BoundChallenge exhausted = aChallenge().build();
    private final BoundChallenge used = aChallenge().build();

    @Test
    void guessesStayCountedWhenThePostgresServerRestarts(@TempDir Path data) throws IOException {
        try (EmbeddedPostgres server = Postgres.startIn(data)) {
            JdbcSchema.apply(server.getPostgresDatabase());
            guessAt(JdbcStorage.of(server.getPostgresDatabase()));
        }
        try (EmbeddedPostgres server = Postgres.startIn(data)) {
            assertDead(JdbcStorage.of(server.getPostgresDatabase()));
        }
    }

    @Test
    void guessesStayCountedWhenTheH2FileIsOpenedAgain(@TempDir Path folder) {
        try (HikariDataSource database = H2Files.migrated(folder, 2)) {
            guessAt(JdbcStorage.of(database));
        }
        try (HikariDataSource database = H2Files.pool(folder, 2)) {
            assertDead(JdbcStorage.of(database));
        }
    }

    @Test
    void guessesStayCountedWhenTheMariaDbServerIsKilled() {
        try (MariaDbServer server = MariaDbServer.started()) {
            MariaDb.run(server.url("", ""), "create database badgr");
            try (HikariDataSource database = MariaDb.pool(server.url("badgr", ""), 2)) {
                JdbcSchema.apply(database);
                guessAt(JdbcStorage.of(database));
                server.kill();
            }
            server.start();
            server.await();
            try (HikariDataSource database = MariaDb.pool(server.url("badgr", ""), 2)) {
                assertDead(JdbcStorage.of(database));
            }
        }
    }

    private void guessAt(Storage storage) {
        Given given = new Given(storage);
        given.issued(exhausted);
        given.issued(used);
        for (int i = 0; i < 4; i++) {
            assertThat(verdict(storage, aWrongGuessAt(exhausted).build())).isEqualTo(Verdict.WRONG);
        }
        rollBackAfter(storage, aWrongGuessAt(exhausted).build());
        assertThat(verdict(storage, aWrongGuessAt(exhausted).build())).isEqualTo(Verdict.WRONG);
        assertThat(verdict(storage, aRightGuessAt(used).build())).isEqualTo(Verdict.RIGHT);
    }

    private void assertDead(Storage storage) {
        assertThat(verdict(storage, aRightGuessAt(exhausted).build())).isEqualTo(Verdict.EXHAUSTED);
        assertThat(verdict(storage, aRightGuessAt(used).build())).isEqualTo(Verdict.USED);
    }

    /** Only badgr's own transactions hold challenges: what one of them didn't acknowledge didn't happen. */
    private static void rollBackAfter(Storage storage, Guess guess) {
        assertThatThrownBy(() -> storage.inTransaction(stores -> {
                    stores.challenges().judge(guess, CodeRules.standard());
                    throw new IllegalStateException("left");
                }))
                .hasMessage("left");
    }

    private static Verdict verdict(Storage storage, Guess guess) {
        return storage.stores().challenges().judge(guess, CodeRules.standard()).verdict();
    }
}
