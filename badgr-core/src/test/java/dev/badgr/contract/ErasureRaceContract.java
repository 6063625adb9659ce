package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.CodeSent;
import dev.badgr.CollectionForm;
import dev.badgr.EmailAdded;
import dev.badgr.Erased;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.Shared;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.backpack.Collection;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.port.ErasureStore.Holdings;
import dev.badgr.port.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever races with an erasure: afterwards nothing of the account is left, and no award is lost. */
public abstract class ErasureRaceContract extends VerbContract {
    private static final int ROUNDS = 20;
    private static final Holdings NOTHING = new Holdings(0, 0, 0, 0, 0, 0, 0, 0, 0);

    @Test
    void ofManyErasuresOneIsDone() {
        Person mia = app.personWithAccount();
        ChallengeId proof = proven(mia);
        List<Result<Erased>> outcomes = Race.of(CROWD, i -> erase(mia, proof));
        assertThat(outcomes.stream().filter(Result::isSuccess)).hasSize(1);
        outcomes.stream()
                .filter(outcome -> !outcome.isSuccess())
                .forEach(outcome -> assertRefused(outcome, new Refusal.SessionEnded()));
    }

    @Test
    void anAddressIsAddedOrTheAccountIsErased() {
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            ChallengeId proof = proven(mia);
            EmailAddress second = Some.address();
            AwardId award = app.awarded(second);
            ChallengeId challenge = app.asksToAdd(mia, second);
            String right = app.codeTo(second);
            List<Result<?>> outcomes = Race.of(
                    2,
                    i -> i == 0
                            ? erase(mia, proof)
                            : badgr().emails().confirm(mia.session(), challenge, code(right), mia.client()));
            assertThat(outcomes.stream().filter(Result::isSuccess)).hasSize(1);
            if (outcomes.get(0).isSuccess()) {
                assertNothingIsLeftOf(mia);
                assertThat(badgr().accounts().findByEmail(second)).isEmpty();
                app.passes(Duration.ofMinutes(1));
                assertThat(app.backpack(app.personWithAccount(second))).containsExactly(award);
            } else {
                EmailAdded added = (EmailAdded) done(outcomes.get(1));
                done(badgr().signIns().check(added.session()));
                assertThat(app.backpack(mia)).containsExactly(award);
            }
        }
    }

    @Test
    void noLinkOutlivesTheAccount() {
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            AwardId award = app.awarded(mia.email());
            ChallengeId proof = proven(mia);
            List<Result<?>> outcomes = Race.of(
                    4, i -> i == 0 ? erase(mia, proof) : badgr().sharing().create(mia.id(), award, Optional.empty()));
            assertThat(outcomes.get(0).isSuccess()).isTrue();
            assertNothingIsLeftOf(mia);
            assertThat(badgr().sharing().list(mia.id())).isEmpty();
            outcomes.stream()
                    .skip(1)
                    .filter(Result::isSuccess)
                    .map(shared -> (Shared) done(shared))
                    .forEach(shared -> assertThat(
                                    badgr().sharing().view(shared.token().value()))
                            .isEmpty());
        }
    }

    @Test
    void noCollectionOutlivesTheAccount() {
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            AwardId award = app.awarded(mia.email());
            ChallengeId proof = proven(mia);
            Collection data = done(badgr().collections().create(mia.id(), new CollectionForm("Data", null)));
            Race.between(
                    () -> done(erase(mia, proof)),
                    () -> badgr().collections().create(mia.id(), new CollectionForm("More", null)),
                    () -> badgr().collections().add(mia.id(), data.id(), award));
            assertNothingIsLeftOf(mia);
        }
    }

    @Test
    void noConsentOutlivesTheAccount() {
        String terms = app.currentTerms();
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            ChallengeId proof = proven(mia);
            Race.between(
                    () -> done(erase(mia, proof)),
                    () -> badgr().consents().agree(mia.id(), terms, mia.client()),
                    () -> badgr().consents().setEmailUpdates(mia.id(), true));
            assertNothingIsLeftOf(mia);
        }
    }

    @Test
    void noCodeOutlivesTheAccount() {
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            ChallengeId proof = proven(mia);
            EmailAddress second = Some.address();
            List<Result<?>> outcomes = Race.of(
                    2,
                    i -> i == 0 ? erase(mia, proof) : badgr().emails().add(mia.session(), email(second), mia.client()));
            assertThat(outcomes.get(0).isSuccess()).isTrue();
            assertNothingIsLeftOf(mia);
            if (outcomes.get(1).isSuccess()) {
                CodeSent sent = (CodeSent) done(outcomes.get(1));
                assertThat(stores().challenges().byId(sent.challenge())).isEmpty();
            }
        }
    }

    @Test
    void anAwardStaysWithItsIssuerAndWaitsForTheAddress() {
        Badge badge = app.badge();
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            ChallengeId proof = proven(mia);
            AwardId[] award = new AwardId[1];
            Race.between(
                    () -> done(erase(mia, proof)),
                    () -> award[0] = app.award(badge, mia.email()).id());
            assertNothingIsLeftOf(mia);
            app.passes(Duration.ofMinutes(1));
            assertThat(app.backpack(app.personWithAccount(mia.email()))).containsExactly(award[0]);
        }
    }

    @Test
    void noSignInOutlivesTheAccount() {
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            ChallengeId proof = proven(mia);
            Race.of(
                    4,
                    i -> i == 0
                            ? erase(mia, proof)
                            : badgr().signIns().withPassword(signIn(mia.email(), PASSWORD), newClient()));
            assertNothingIsLeftOf(mia);
        }
    }

    @Test
    void noCountOfFailuresOutlivesTheAccount() {
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            ChallengeId proof = proven(mia);
            Race.of(
                    6,
                    i -> i == 0
                            ? erase(mia, proof)
                            : badgr().signIns().withPassword(signIn(mia.email(), OTHER_PASSWORD), mia.client()));
            assertNothingIsLeftOf(mia);
            assertThat(badgr().accounts().find(mia.id())).isEmpty();
        }
    }

    /** What no store shows is looked for by the tests of the databases, which see all tables. */
    protected void assertNothingIsLeftOf(Person person) {
        assertThat(badgr().accounts().find(person.id())).isEmpty();
        assertThat(badgr().accounts().findByEmail(person.email())).isEmpty();
        assertThat(stores().erasures().holdings(person.id())).isEqualTo(NOTHING);
    }

    private ChallengeId proven(Person person) {
        app.passes(Duration.ofMinutes(1));
        ChallengeId challenge = done(badgr().erasures().begin(person.session(), person.client()))
                .challenge();
        String right = app.codeTo(person.email());
        return done(badgr().erasures().confirm(person.session(), challenge, code(right), person.client()));
    }

    private Result<Erased> erase(Person person, ChallengeId proof) {
        return badgr().erasures().erase(person.session(), proof, person.client());
    }

    private Stores stores() {
        return storage().stores();
    }
}
