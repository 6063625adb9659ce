package dev.badgr.jdbc;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.AwardFixture.noticeOf;
import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static dev.badgr.fixture.GuessFixture.aWrongGuessAt;
import static dev.badgr.fixture.Records.aRecordOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.account.Account;
import dev.badgr.account.SignInRules;
import dev.badgr.award.Award;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.CodeRules;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ClientKey;
import dev.badgr.port.Event;
import dev.badgr.port.Storage;
import dev.badgr.port.Stores;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each use case costs on MariaDB, in trips to the server and back. Of those in a transaction three begin and end it, as
 * autocommit is switched off and on again.
 */
class MariaDbRoundTripsTest {
    private static final CodeRules RULES = CodeRules.standard();
    private static final HikariDataSource DATABASE = MariaDb.migrated(4);

    private final RoundTrips trips = new RoundTrips();
    private final Storage counted = JdbcStorage.of(trips.listeningTo(DATABASE), Database.MARIADB);
    private final Given given = new Given(JdbcStorage.of(DATABASE));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void readingIsOne() {
        Account account = given.account();
        assertTrips(1, stores -> stores.accounts().byId(account.id()));
        assertTrips(1, stores -> stores.accounts().byEmail(account.primary()));
        assertTrips(1, stores -> stores.backpacks().page(account.id(), BackpackQuery.newest(50)));
    }

    @Test
    void awardingIsOneAndSoIsRepeatingIt() {
        Award award = anAwardOf(given.badge()).build();
        assertTrips(1, stores -> stores.awards().award(award, List.of(noticeOf(award))));
        assertTrips(1, stores -> stores.awards().award(award, List.of(noticeOf(award))));
        Award quiet = anAwardOf(given.badge()).build();
        assertTrips(1, stores -> stores.awards().award(quiet, List.of()));
    }

    @Test
    void whatTakesATransactionIsMore() {
        NewAccount newcomer = given.newcomer(anAccount().build());
        assertTrips(11, stores -> stores.accounts().create(newcomer));
        BoundChallenge asked = given.issued(aChallenge().build());
        given.storage()
                .stores()
                .challenges()
                .judge(aWrongGuessAt(given.issued(aChallenge().build())).build(), RULES);
        assertTrips(12, stores -> stores.challenges().judge(aWrongGuessAt(asked).build(), RULES));
        assertTrips(7, stores -> stores.challenges().judge(aRightGuessAt(asked).build(), RULES));
        Account account = newcomer.account();
        ClientKey client = Some.client();
        for (int first : new int[] {13, 9}) {
            assertTrips(
                    first,
                    stores -> stores.signIns().reserve(account.primary(), client, SignInRules.standard(), Times.NOW));
        }
        assertTrips(
                8,
                stores -> stores.signIns()
                        .succeed(
                                account.id(),
                                client,
                                account.password().orElseThrow(),
                                Optional.of(Some.password()),
                                aRecordOf(Event.SIGNED_IN)));
    }

    /** Also where the driver has the server prepare statements. */
    @ParameterizedTest
    @ValueSource(strings = {"", "&useServerPrepStmts=true", "&useAffectedRows=true", "&sessionVariables=sql_mode=ANSI"})
    void awardingKnowsWhichIsTheFirst(String parameters) {
        try (HikariDataSource database = MariaDb.pool(DATABASE.getJdbcUrl() + parameters, 1)) {
            Storage storage = JdbcStorage.of(database);
            Award award = anAwardOf(given.badge()).build();
            Awarded first = new Awarded(award, true);
            Awarded again = new Awarded(award, false);
            assertThat(storage.stores().awards().award(award, List.of(noticeOf(award))))
                    .contains(first);
            assertThat(storage.stores().awards().award(award, List.of(noticeOf(award))))
                    .contains(again);
            Award other = anAwardOf(given.badge()).build();
            storage.inTransaction(stores -> {
                assertThat(stores.awards().award(other, List.of())).contains(new Awarded(other, true));
                return stores.awards().award(other, List.of(noticeOf(other)));
            });
            assertThat(storage.stores().awards().byId(other.id())).contains(other);
        }
    }

    private void assertTrips(int expected, Consumer<Stores> call) {
        trips.since();
        call.accept(counted.stores());
        List<String> words = trips.since();
        assertThat(words.stream().filter(word -> !word.equals("getConnection")))
                .as(words.toString())
                .hasSize(expected);
    }
}
