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
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.Revocation;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.CodeRules;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ClientKey;
import dev.badgr.port.Event;
import dev.badgr.port.Guess;
import dev.badgr.port.Notice;
import dev.badgr.port.Storage;
import dev.badgr.port.Stores;
import dev.badgr.terms.MarketingConsent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What each use case costs on PostgreSQL. */
class RoundTripsTest {
    private static final List<String> ONE = List.of("getConnection", "execute");
    private static final CodeRules RULES = CodeRules.standard();

    private static final HikariDataSource DATABASE = Postgres.migrated(4);

    private final RoundTrips trips = new RoundTrips();
    private final Storage counted = JdbcStorage.of(trips.listeningTo(DATABASE), Database.POSTGRESQL);
    private final Given given = new Given(JdbcStorage.of(DATABASE));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void lookingAnAccountUpIsOne() {
        Account account = given.account();
        assertOne(stores -> stores.accounts().byId(account.id()));
        assertOne(stores -> stores.accounts().byEmail(account.primary()));
        assertOne(stores -> stores.accounts().byIdentity(Some.identity()));
    }

    @Test
    void signingUpIsOne() {
        NewAccount plain = given.newcomer(anAccount().build());
        assertOne(stores -> stores.accounts().create(plain));
        NewAccount social = given.newcomer(anAccount().linkedTo(Some.identity()).build());
        assertOne(stores -> stores.accounts().create(wantingUpdates(social)));
    }

    @Test
    void judgingIsOneWhateverTheVerdict() {
        BoundChallenge asked = given.issued(aChallenge().build());
        Guess wrong = aWrongGuessAt(asked).build();
        Guess right = aRightGuessAt(asked).build();
        assertOne(stores -> stores.challenges().judge(wrong, RULES));
        assertOne(stores -> stores.challenges().judge(right, RULES));
        assertOne(stores -> stores.challenges().judge(right, RULES));
        Guess unknown = aRightGuessAt(aChallenge().build()).build();
        assertOne(stores -> stores.challenges().judge(unknown, RULES));
    }

    @Test
    void addingAnAddressIsOne() {
        Account account = given.account();
        BoundChallenge asked = given.issued(aChallenge().toAddTo(account.id()).build());
        Guess right = aRightGuessAt(asked).build();
        assertOne(stores -> stores.challenges().judgeEmail(right, account.epoch(), RULES, 10, Given.announcement()));
        assertThat(given.storage()
                        .stores()
                        .accounts()
                        .byId(account.id())
                        .orElseThrow()
                        .emails())
                .hasSize(2);
    }

    @Test
    void signingInIsOneAndSucceedingIsOne() {
        Account account = given.account();
        ClientKey client = Some.client();
        for (int i = 0; i < 7; i++) {
            assertOne(stores -> stores.signIns().reserve(account.primary(), client, SignInRules.standard(), Times.NOW));
        }
        assertOne(stores -> stores.signIns()
                .succeed(
                        account.id(),
                        client,
                        account.password().orElseThrow(),
                        Optional.of(Some.password()),
                        aRecordOf(Event.SIGNED_IN)));
        assertOne(stores ->
                stores.signIns().reserve(Some.recipient(Some.address()), client, SignInRules.standard(), Times.NOW));
    }

    @Test
    void awardingIsOneAndSoIsRepeatingIt() {
        Badge badge = given.badge();
        Award award = anAwardOf(badge).build();
        assertOne(stores -> stores.awards().award(award, List.of(noticeOf(award))));
        assertOne(stores -> stores.awards().award(award, List.of(noticeOf(award))));
        Award quiet = anAwardOf(badge).build();
        assertOne(stores -> stores.awards().award(quiet, List.of()));
        Award expiring = anAwardOf(badge).build();
        Notice told = noticeOf(expiring);
        Notice later = Notice.of(
                told.recipient(),
                Some.uuid(),
                Notice.Kind.EXPIRING,
                told.to(),
                told.award(),
                "",
                told.locale(),
                told.createdAt());
        assertOne(stores -> stores.awards().award(expiring, List.of(told, later)));
    }

    @Test
    void revokingIsOneAndSoIsFindingTheSlotOfAStatus() {
        Award award = anAwardOf(given.badge()).build();
        given.storage().stores().awards().award(award, List.of());
        counted.stores().statuses().slot(award.id(), award.badge().issuer());
        assertOne(stores -> stores.statuses().slot(award.id(), award.badge().issuer()));
        Revocation mistake = new Revocation("Mistake.", Times.NOW);
        assertOne(stores ->
                assertThat(stores.awards().revoke(award.id(), mistake)).isTrue());
        assertOne(stores ->
                assertThat(stores.awards().revoke(award.id(), mistake)).isFalse());
    }

    @Test
    void readingAndMovingAreOne() {
        Account account = given.account();
        Award award =
                anAwardOf(given.badge()).to(account.primaryEmail().address()).build();
        given.storage().stores().awards().award(award, List.of());
        BackpackQuery query = BackpackQuery.newest(50);
        assertOne(stores -> stores.backpacks().page(account.id(), query));
        assertOne(stores ->
                stores.backpacks().page(account.id(), query.named("data").tagged("x")));
        assertOne(stores -> stores.backpacks().count(account.id(), account.primary()));
        assertOne(stores -> stores.awards()
                .move(award.id(), account.id(), Set.of(AwardState.SHOWN), AwardState.DECLINED, Optional.empty()));
        assertOne(stores -> stores.shares().view(Some.client().value(), Times.NOW));
    }

    private void assertOne(Consumer<Stores> call) {
        trips.since();
        call.accept(counted.stores());
        assertThat(trips.since()).isEqualTo(ONE);
    }

    private static NewAccount wantingUpdates(NewAccount w) {
        Optional<MarketingConsent> yes =
                Optional.of(new MarketingConsent(true, Times.NOW, MarketingConsent.Way.SIGN_UP));
        return new NewAccount(w.account(), w.proof(), w.provenSince(), w.terms(), yes, w.record(), w.now());
    }
}
