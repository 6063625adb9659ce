package dev.badgr.jdbc;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static dev.badgr.fixture.GuessFixture.aWrongGuessAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.port.BadgrException;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.Guess;
import dev.badgr.port.Storage;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What three people do at once on three nodes of a Galera cluster, and what is left when a node is killed. */
@Tag("cluster")
class GaleraTest {
    private static final Logger LOG = LoggerFactory.getLogger(GaleraTest.class);
    private static final Duration SERVICE_IS_BACK = Duration.ofSeconds(30);
    private static final Duration WATCH = Duration.ofSeconds(15);
    private static final int CROWD = 24;
    private static final int LOADERS = 6;

    private static GaleraCluster cluster;
    private static NodesInTurn nodes;
    private static List<Storage> storages;

    @BeforeAll
    static void begin() {
        cluster = GaleraCluster.started();
        MariaDb.run(cluster.node(0).url("", ""), "create database badgr");
        nodes = NodesInTurn.of(cluster, "badgr", 10);
        JdbcSchema.apply(nodes);
        storages = nodes.nodes().stream().<Storage>map(JdbcStorage::of).toList();
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    @Test
    void ofThreeNodesThatTakeAnAddressOneWins() {
        for (int round = 0; round < 100; round++) {
            EmailAddress address = Some.address();
            List<NewAccount> wanted = storages.stream()
                    .map(storage ->
                            new Given(storage).newcomer(anAccount().at(address).build()))
                    .toList();
            List<Creation> outcomes =
                    Race.of(3, i -> storages.get(i).stores().accounts().create(wanted.get(i)));
            assertThat(outcomes)
                    .containsExactlyInAnyOrder(Creation.CREATED, Creation.EMAIL_TAKEN, Creation.EMAIL_TAKEN);
            Account winner = wanted.get(outcomes.indexOf(Creation.CREATED)).account();
            assertThat(storages)
                    .allSatisfy(
                            storage -> assertThat(storage.stores().accounts().byEmail(Some.recipient(address)))
                                    .contains(winner));
        }
        AuditorTests.assertAccountsAreClean(nodes);
    }

    @Test
    void aCodeIsCountedOnAllNodesTogether() {
        for (int round = 0; round < 10; round++) {
            BoundChallenge asked =
                    new Given(storages.get(0)).issued(aChallenge().build());
            List<Verdict> wrong = verdicts(i -> aWrongGuessAt(asked).build());
            assertThat(wrong).filteredOn(Verdict.WRONG::equals).hasSize(5);
            assertThat(wrong).filteredOn(Verdict.EXHAUSTED::equals).hasSize(CROWD - 5);
        }
    }

    @Test
    void aRightCodeWinsOnceOnAllNodesTogether() {
        for (int round = 0; round < 10; round++) {
            BoundChallenge asked =
                    new Given(storages.get(0)).issued(aChallenge().build());
            List<Verdict> right = verdicts(i -> aRightGuessAt(asked).build());
            assertThat(right).filteredOn(Verdict.RIGHT::equals).hasSize(1);
            assertThat(right).filteredOn(Verdict.USED::equals).hasSize(CROWD - 1);
        }
    }

    private static List<Verdict> verdicts(IntFunction<Guess> guesses) {
        return Race.of(
                CROWD,
                i -> storages.get(i % 3)
                        .stores()
                        .challenges()
                        .judge(guesses.apply(i), CodeRules.standard())
                        .verdict());
    }

    @Test
    void whatWasAcknowledgedIsThereAfterANodeWasKilledAndServiceIsBackSoon() throws InterruptedException {
        Badge badge = new Given(storages.get(1)).badge();
        Queue<Award> acknowledged = new ConcurrentLinkedQueue<>();
        try (HikariDataSource database = pool()) {
            Duration pause = loadThrough(JdbcStorage.of(database), badge, acknowledged);
            LOG.info("{} awards acknowledged; none for {} ms after the kill", acknowledged.size(), pause.toMillis());
            assertThat(pause).isLessThan(SERVICE_IS_BACK);
        }
        assertAllAreOn(1, acknowledged);
        assertAllAreOn(2, acknowledged);
        cluster.node(0).start();
        cluster.node(0).await();
        assertAllAreOn(0, acknowledged);
        AuditorTests.assertAccountsAreClean(nodes.nodes().get(0));
    }

    /** As README tells a host to write it. */
    private static HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(cluster.url("badgr") + "&connectTimeout=2000&socketTimeout=10000");
        config.setMaximumPoolSize(2 * LOADERS);
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }

    /** @return the longest time after the kill in which nothing was acknowledged */
    private static Duration loadThrough(Storage storage, Badge badge, Queue<Award> acknowledged)
            throws InterruptedException {
        AtomicBoolean ends = new AtomicBoolean();
        AtomicLong latest = new AtomicLong();
        CountDownLatch busy = new CountDownLatch(300);
        ExecutorService loaders = Executors.newFixedThreadPool(LOADERS);
        IntStream.range(0, LOADERS)
                .forEach(i -> loaders.execute(() -> {
                    while (!ends.get()) {
                        if (isAwarded(storage, anAwardOf(badge).build(), acknowledged)) {
                            latest.set(System.nanoTime());
                            busy.countDown();
                        }
                    }
                }));
        assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();
        cluster.node(0).kill();
        Duration pause = longestPause(latest);
        ends.set(true);
        loaders.shutdown();
        assertThat(loaders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        return pause;
    }

    /** Looks on for a while, and for longer if nothing is acknowledged at its end; tells the longest time without. */
    private static Duration longestPause(AtomicLong latest) throws InterruptedException {
        long killed = System.nanoTime();
        Duration longest = Duration.ZERO;
        Duration pause = Duration.ZERO;
        Duration watched = Duration.ZERO;
        while (watched.compareTo(WATCH) < 0 || (pause.toSeconds() > 0 && watched.compareTo(SERVICE_IS_BACK) < 0)) {
            TimeUnit.MILLISECONDS.sleep(20);
            pause = Duration.ofNanos(System.nanoTime() - Math.max(latest.get(), killed));
            watched = Duration.ofNanos(System.nanoTime() - killed);
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
        return longest;
    }

    private static boolean isAwarded(Storage storage, Award award, Queue<Award> acknowledged) {
        try {
            storage.stores().awards().award(award, List.of());
            acknowledged.add(award);
            return true;
        } catch (BadgrException e) {
            // What became of it is unknown: a host would do it again.
            return false;
        }
    }

    private static void assertAllAreOn(int node, Queue<Award> acknowledged) {
        Storage storage = storages.get(node);
        assertThat(acknowledged)
                .allSatisfy(award ->
                        assertThat(storage.stores().awards().byId(award.id())).contains(award));
    }
}
