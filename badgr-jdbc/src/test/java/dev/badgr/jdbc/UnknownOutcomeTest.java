package dev.badgr.jdbc;

import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.profile;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.Outcomes.assertUnusable;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.Outcomes.refusal;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.Badgr;
import dev.badgr.BulkProgress;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.Rule;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.NewAward;
import dev.badgr.award.NewRevocation;
import dev.badgr.backpack.Explanation;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.fixture.Outcomes;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.jdbc.CuttingProxy.Cut;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.StorageUnavailable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The connection breaks around the commit of a verb, so its caller can't know whether it was done. Calling it again ends in
 * the same place, whether it was or not, and nobody is stuck.
 */
class UnknownOutcomeTest {
    private static final HikariDataSource DATABASE = Postgres.migrated(2);
    private static final CuttingProxy PROXY = new CuttingProxy(Postgres.server().getPort());
    private static final HikariDataSource THROUGH =
            Postgres.pool(PROXY.leadingTo((PGSimpleDataSource) DATABASE.getDataSource()), 2);

    private static final TestApp APP = TestApp.on(JdbcStorage.of(THROUGH));

    @AfterAll
    static void close() throws IOException {
        THROUGH.close();
        PROXY.close();
        AuditorTests.assertClean(DATABASE);
        DATABASE.close();
    }

    /** A verb, ready to be called as often as one likes, and what holds after the second call. */
    private record Story(Runnable call, Then then) {}

    /** What is seen after the verb was called again, which was done before or not. */
    @FunctionalInterface
    private interface Then {
        void look(boolean wasDone);
    }

    private static final Map<String, Function<Badgr, Story>> STORIES = Map.ofEntries(
            Map.entry("confirm a code to sign up", UnknownOutcomeTest::confirming),
            Map.entry("complete a sign-up", UnknownOutcomeTest::completing),
            Map.entry("add an address", UnknownOutcomeTest::adding),
            Map.entry("award with the host's key", UnknownOutcomeTest::awarding),
            Map.entry("award many", UnknownOutcomeTest::awardingMany),
            Map.entry("revoke many", UnknownOutcomeTest::revokingMany),
            Map.entry("revoke", UnknownOutcomeTest::revoking),
            Map.entry("decline", UnknownOutcomeTest::declining),
            Map.entry("share", UnknownOutcomeTest::sharing),
            Map.entry("agree to the Terms", UnknownOutcomeTest::agreeing),
            Map.entry("remove an address", UnknownOutcomeTest::removing),
            Map.entry("sign in", UnknownOutcomeTest::signingIn));

    static Stream<Arguments> stories() {
        return STORIES.keySet().stream()
                .sorted()
                .flatMap(name -> Stream.of(Cut.values()).map(cut -> Arguments.of(name, cut)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("stories")
    void callingItAgainEndsInTheSamePlace(String verb, Cut where) {
        Story story = Objects.requireNonNull(STORIES.get(verb)).apply(APP.badgr());
        PROXY.cut(where);
        assertThatThrownBy(story.call()::run)
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("try again");
        assertThat(PROXY.hasCut()).isTrue();
        story.then().look(where == Cut.AFTER_THE_COMMIT);
    }

    private static Story confirming(Badgr badgr) {
        EmailAddress mia = Some.address();
        ChallengeId challenge = APP.begun(mia);
        var form = code(APP.codeTo(mia));
        return new Story(() -> badgr.signUps().confirm(challenge, form, newClient()), wasDone -> {
            Result<?> again = badgr.signUps().confirm(challenge, form, newClient());
            if (wasDone) {
                assertUnusable(again, Refusal.CodeUnusable.Reason.USED);
            } else {
                done(again);
            }
            assertThat(done(badgr.signUps().proven(challenge)).email()).isEqualTo(mia);
            done(badgr.signUps().complete(challenge, profile(APP.currentTerms()), newClient()));
        });
    }

    private static Story completing(Badgr badgr) {
        EmailAddress mia = Some.address();
        ChallengeId proof = APP.proven(mia);
        var form = profile(APP.currentTerms());
        return new Story(() -> badgr.signUps().complete(proof, form, newClient()), wasDone -> {
            Result<?> again = badgr.signUps().complete(proof, form, newClient());
            if (wasDone) {
                assertUnusable(again, Refusal.CodeUnusable.Reason.USED);
            } else {
                done(again);
            }
            AccountId account = badgr.accounts().findByEmail(mia).orElseThrow().id();
            assertThat(done(badgr.signIns().withPassword(signIn(mia, PASSWORD), newClient()))
                            .account()
                            .id())
                    .isEqualTo(account);
            assertThat(badgr.consents().agreed(account)).hasSize(1);
        });
    }

    private static Story adding(Badgr badgr) {
        Person mia = APP.personWithAccount();
        EmailAddress second = Some.address();
        AwardId award = APP.awarded(second);
        ChallengeId challenge = APP.asksToAdd(mia, second);
        var form = code(APP.codeTo(second));
        return new Story(() -> badgr.emails().confirm(mia.session(), challenge, form, mia.client()), wasDone -> {
            Result<?> again = badgr.emails().confirm(mia.session(), challenge, form, mia.client());
            if (wasDone) {
                assertUnusable(again, Refusal.CodeUnusable.Reason.USED);
            } else {
                done(again);
            }
            Person back = APP.signedInAgain(mia, PASSWORD);
            assertThat(done(badgr.emails().list(back.session())))
                    .extracting(VerifiedEmail::address)
                    .containsExactly(mia.email(), second);
            assertThat(APP.backpack(back)).containsExactly(award);
        });
    }

    private static Story awarding(Badgr badgr) {
        Person mia = APP.personWithAccount();
        NewAward wanted = NewAward.of(APP.badge(), mia.email()).once(Some.word(), APP.now());
        return new Story(() -> badgr.awards().award(wanted), wasDone -> {
            Awarded again = done(badgr.awards().award(wanted));
            assertThat(again.isNew()).isEqualTo(!wasDone);
            assertThat(APP.backpack(mia)).containsExactly(again.award().id());
        });
    }

    /** A slice is there wholly or not at all, and its people are told once. */
    private static Story awardingMany(Badgr badgr) {
        List<NewAward> wanted = Stream.generate(
                        () -> NewAward.of(APP.badge(), Some.address()).once(Some.word(), APP.now()))
                .limit(500)
                .toList();
        badgr.notices().deliver(Integer.MAX_VALUE);
        return new Story(() -> badgr.awards().awardAll(wanted.stream(), (row, outcome) -> {}), wasDone -> {
            BulkProgress again = badgr.awards().awardAll(wanted.stream(), (row, outcome) -> {});
            assertThat(again.done()).isEqualTo(wasDone ? 0 : 500);
            assertThat(again.doneBefore()).isEqualTo(wasDone ? 500 : 0);
            assertThat(badgr.notices().deliver(Integer.MAX_VALUE).delivered()).isEqualTo(500);
        });
    }

    private static Story revokingMany(Badgr badgr) {
        List<NewRevocation> wanted = Stream.generate(() -> APP.awarded(Some.address()))
                .limit(20)
                .map(award -> new NewRevocation(award, "Mistake."))
                .toList();
        return new Story(() -> badgr.awards().revokeAll(wanted.stream(), (row, outcome) -> {}), wasDone -> {
            BulkProgress again = badgr.awards().revokeAll(wanted.stream(), (row, outcome) -> {});
            assertThat(again.done()).isEqualTo(wasDone ? 0 : 20);
            assertThat(again.doneBefore()).isEqualTo(wasDone ? 20 : 0);
        });
    }

    private static Story revoking(Badgr badgr) {
        Person mia = APP.personWithAccount();
        AwardId award = APP.awarded(mia.email());
        return new Story(() -> badgr.awards().revoke(award, "Mistake."), wasDone -> {
            Result<Award> again = badgr.awards().revoke(award, "Mistake.");
            if (wasDone) {
                Outcomes.assertNotPossible(again, Rule.AWARD_GONE);
            } else {
                done(again);
            }
            assertThat(badgr.awards().find(award).orElseThrow().revocation()).isPresent();
            assertThat(APP.backpack(mia)).isEmpty();
        });
    }

    private static Story declining(Badgr badgr) {
        Person mia = APP.personWithAccount();
        AwardId award = APP.awarded(mia.email());
        return new Story(() -> badgr.backpacks().decline(mia.id(), award), wasDone -> {
            Result<Explanation> again = badgr.backpacks().decline(mia.id(), award);
            Explanation now = wasDone ? ((Refusal.NotThere) refusal(again)).explanation() : done(again);
            assertThat(now).isEqualTo(badgr.backpacks().explain(mia.id(), award));
            assertThat(APP.backpack(mia)).isEmpty();
        });
    }

    /** The token of a link whose making was acknowledged to nobody is known to nobody. */
    private static Story sharing(Badgr badgr) {
        Person mia = APP.personWithAccount();
        AwardId award = APP.awarded(mia.email());
        return new Story(() -> badgr.sharing().create(mia.id(), award, Optional.empty()), wasDone -> {
            var shared = done(badgr.sharing().create(mia.id(), award, Optional.empty()));
            assertThat(badgr.sharing().view(shared.token().value())).isPresent();
            assertThat(badgr.sharing().list(mia.id())).hasSize(wasDone ? 2 : 1);
        });
    }

    /** Agreeing twice to one version is agreeing to it. */
    private static Story agreeing(Badgr badgr) {
        Person mia = APP.personWithAccount();
        String version = APP.currentTerms();
        return new Story(() -> badgr.consents().agree(mia.id(), version, mia.client()), wasDone -> {
            done(badgr.consents().agree(mia.id(), version, mia.client()));
            assertThat(badgr.consents().due(mia.id(), Locale.ENGLISH)).isEmpty();
            assertThat(badgr.consents().agreed(mia.id())).hasSize(wasDone ? 3 : 2);
        });
    }

    private static Story removing(Badgr badgr) {
        EmailAddress second = Some.address();
        Person mia = APP.withAddress(APP.personWithAccount(), second);
        return new Story(() -> badgr.emails().remove(mia.session(), email(second), mia.client()), wasDone -> {
            Result<?> again = badgr.emails().remove(mia.session(), email(second), mia.client());
            if (wasDone) {
                assertThat(refusal(again)).isInstanceOf(Refusal.SessionEnded.class);
            } else {
                done(again);
            }
            Person back = APP.signedInAgain(mia, PASSWORD);
            assertThat(done(badgr.emails().list(back.session()))).hasSize(1);
        });
    }

    /** An attempt that may have been counted is no attempt that failed: what succeeds forgives it. */
    private static Story signingIn(Badgr badgr) {
        Person mia = APP.personWithAccount();
        var form = signIn(mia.email(), PASSWORD);
        return new Story(
                () -> badgr.signIns().withPassword(form, mia.client()),
                wasDone -> assertThat(done(badgr.signIns().withPassword(form, mia.client()))
                                .account()
                                .id())
                        .isEqualTo(mia.id()));
    }
}
