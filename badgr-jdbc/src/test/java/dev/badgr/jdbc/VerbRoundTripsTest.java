package dev.badgr.jdbc;

import static dev.badgr.fixture.Forms.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.Badgr;
import dev.badgr.CollectionForm;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.CollectionId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a person's or a host's call costs on PostgreSQL: the verb on a hot path adds nothing to its one statement. */
class VerbRoundTripsTest {
    private static final List<String> ONE = List.of("getConnection", "execute");
    private static final HikariDataSource DATABASE = Postgres.migrated(4);

    private final RoundTrips trips = new RoundTrips();
    private final TestApp app = TestApp.on(JdbcStorage.of(trips.listeningTo(DATABASE), Database.POSTGRESQL));
    private final Badgr badgr = app.badgr();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void confirmingACodeIsOneRightOrWrong() {
        EmailAddress mia = Some.address();
        ChallengeId challenge = app.begun(mia);
        String wrong = app.wrongCodeTo(mia);
        String right = app.codeTo(mia);
        assertOne(() -> badgr.signUps().confirm(challenge, code(wrong), TestApp.newClient()));
        assertOne(() -> badgr.signUps()
                .confirm(challenge, code(right), TestApp.newClient())
                .orElseThrow());
    }

    @Test
    void confirmingAnotherAddressIsOneHoweverManyBadgesWaitForIt() {
        Person person = app.personWithAccount();
        EmailAddress second = Some.address();
        for (int i = 0; i < 20; i++) {
            app.awarded(second);
        }
        ChallengeId challenge = app.asksToAdd(person, second);
        String right = app.codeTo(second);
        assertOne(() -> badgr.emails()
                .confirm(person.session(), challenge, code(right), person.client())
                .orElseThrow());
        assertThat(app.backpack(person)).hasSize(20);
    }

    @Test
    void awardingAndListingAreOne() {
        Person person = app.personWithAccount();
        Badge badge = app.badge();
        NewAward award = NewAward.of(badge, person.email()).once("completion", app.now());
        assertOne(() -> badgr.awards().award(award).orElseThrow());
        assertOne(() -> badgr.awards().award(award).orElseThrow());
        assertOne(() -> badgr.backpacks().page(person.id(), BackpackQuery.newest(50)));
    }

    @Test
    void awardingABadgeThatExpiresIsOneAndSoIsListingWhatDoes() {
        Person person = app.personWithAccount();
        Badge badge = badgr.badges()
                .define(BadgeFixture.aBadge().build().validFor(Period.ofYears(1)))
                .orElseThrow();
        assertOne(() -> badgr.awards().award(NewAward.of(badge, person.email())).orElseThrow());
        assertOne(() -> assertThat(badgr.backpacks().expiring(person.id(), Duration.ofDays(400)))
                .hasSize(1));
    }

    @Test
    void openingAShareLinkIsOne() {
        Person person = app.personWithAccount();
        AwardId award = app.awarded(person.email());
        String token = badgr.sharing()
                .create(person.id(), award, Optional.empty())
                .orElseThrow()
                .token()
                .value();
        assertOne(() -> assertThat(badgr.sharing().view(token)).isPresent());
    }

    @Test
    void lookingAtCollectionsIsOneAlsoByALink() {
        Person person = app.personWithAccount();
        AwardId award = app.awarded(person.email());
        CollectionId data = badgr.collections()
                .create(person.id(), new CollectionForm("Data", ""))
                .orElseThrow()
                .id();
        badgr.collections().add(person.id(), data, award).orElseThrow();
        assertOne(() -> assertThat(badgr.collections().view(person.id(), data)).isPresent());
        assertOne(() -> assertThat(badgr.collections().list(person.id())).hasSize(1));
        String token = badgr.sharing()
                .create(person.id(), data, Optional.empty())
                .orElseThrow()
                .token()
                .value();
        assertOne(() -> assertThat(badgr.sharing().view(token)).isPresent());
    }

    private void assertOne(Runnable call) {
        trips.since();
        call.run();
        assertThat(trips.since()).isEqualTo(ONE);
    }
}
