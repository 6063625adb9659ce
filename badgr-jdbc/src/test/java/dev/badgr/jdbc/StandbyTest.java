package dev.badgr.jdbc;

import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.profile;
import static dev.badgr.fixture.Outcomes.assertUnusable;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.CodeForm;
import dev.badgr.Refusal.CodeUnusable.Reason;
import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.StorageUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A primary with a synchronous standby is killed under load, and the standby takes its place: what was acknowledged is there,
 * once, and the same storage goes on.
 */
@Tag("cluster")
@Timeout(300)
class StandbyTest {
    private static final int AWARDERS = 4;
    private static final int NEWCOMERS = 2;
    private static final int BEFORE = 300;
    private static final int AFTER = 300;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

    private final Map<String, AwardId> awards = new ConcurrentHashMap<>();
    private final Map<ChallengeId, CodeForm> codes = new ConcurrentHashMap<>();
    private final Map<EmailAddress, AccountId> accounts = new ConcurrentHashMap<>();
    /** One for each thing that was acknowledged. */
    private final Semaphore acknowledged = new Semaphore(0);

    private volatile boolean stopped;

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedIsThereOnceTheStandbyHasTakenOver() throws Exception {
        try (StandbyPair pair = StandbyPair.startIn(folder);
                HikariDataSource database = pair.pool()) {
            JdbcSchema.apply(database);
            TestApp app = TestApp.on(JdbcStorage.of(database));
            Badge badge = app.badge();
            Person mia = app.personWithAccount();
            List<Future<?>> load = load(app, badge, mia);
            await(BEFORE);
            pair.killPrimary();
            long killed = System.nanoTime();
            acknowledged.drainPermits();
            pair.promoteStandby();
            await(1);
            assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(BACK_WITHIN);
            await(AFTER);
            stopped = true;
            for (Future<?> one : load) {
                one.get(60, TimeUnit.SECONDS);
            }
            assertNothingIsLost(app);
            assertThat(awardsIn(database)).isEqualTo(awards.size());
            AuditorTests.assertClean(database);
        }
    }

    private void assertNothingIsLost(TestApp app) {
        assertThat(awards).hasSizeGreaterThan(BEFORE / 2);
        awards.values().forEach(id -> assertThat(app.badgr().awards().find(id)).isPresent());
        codes.forEach((challenge, form) ->
                assertUnusable(app.badgr().signUps().confirm(challenge, form, newClient()), Reason.USED));
        accounts.forEach((address, id) -> assertThat(app.badgr()
                        .accounts()
                        .findByEmail(address)
                        .orElseThrow()
                        .id())
                .isEqualTo(id));
    }

    /** Each award was asked for until it was acknowledged, so there are as many. */
    private static long awardsIn(HikariDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from badgr_award")) {
            count.next();
            return count.getLong(1);
        }
    }

    private List<Future<?>> load(TestApp app, Badge badge, Person mia) {
        ExecutorService workers = Executors.newFixedThreadPool(AWARDERS + NEWCOMERS);
        List<Future<?>> load = new ArrayList<>();
        for (int i = 0; i < AWARDERS; i++) {
            load.add(workers.submit(() -> untilStopped(() -> award(app, badge, mia))));
        }
        for (int i = 0; i < NEWCOMERS; i++) {
            load.add(workers.submit(() -> untilStopped(() -> signUp(app))));
        }
        workers.shutdown();
        return load;
    }

    /** Each award by a key of its own, again until it is acknowledged. */
    private void award(TestApp app, Badge badge, Person mia) {
        String key = Some.word();
        NewAward wanted = NewAward.of(badge, mia.email()).once(key, app.now());
        while (!awards.containsKey(key)) {
            try {
                Awarded awarded = done(app.badgr().awards().award(wanted));
                awards.put(key, awarded.award().id());
                acknowledged.release();
            } catch (StorageUnavailable e) {
                if (stopped) {
                    return;
                }
            }
        }
    }

    private void signUp(TestApp app) {
        EmailAddress address = Some.address();
        try {
            ChallengeId challenge = app.begun(address);
            CodeForm form = code(app.codeTo(address));
            done(app.badgr().signUps().confirm(challenge, form, newClient()));
            codes.put(challenge, form);
            acknowledged.release();
            var welcome = done(app.badgr().signUps().complete(challenge, profile(app.currentTerms()), newClient()));
            accounts.put(address, welcome.account().id());
            acknowledged.release();
        } catch (StorageUnavailable e) {
            // Whether it was done nobody was told, and nobody counts on it.
        }
    }

    private void untilStopped(Runnable work) {
        while (!stopped) {
            work.run();
        }
    }

    private void await(int more) throws InterruptedException {
        assertThat(acknowledged.tryAcquire(more, 120, TimeUnit.SECONDS)).isTrue();
    }
}
