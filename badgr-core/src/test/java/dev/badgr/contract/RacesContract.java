package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Forms.profile;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.Outcomes.assertUnusable;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Changed;
import dev.badgr.Client;
import dev.badgr.EmailAdded;
import dev.badgr.Limits;
import dev.badgr.Refusal;
import dev.badgr.Refusal.CodeUnusable.Reason;
import dev.badgr.Result;
import dev.badgr.Rule;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.Explanation;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Rate;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.port.AwardStore.Awarded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What many do at once comes out as if they had done it one after the other. */
public abstract class RacesContract extends VerbContract {
    private static final int ROUNDS = 20;

    private final EmailAddress mia = Some.address();

    @Test
    void ofManyRightCodesOneWins() {
        ChallengeId challenge = app.begun(mia);
        String right = app.codeTo(mia);
        var outcomes = Race.of(CROWD, i -> badgr().signUps().confirm(challenge, code(right), newClient()));
        assertThat(tally(outcomes)).isEqualTo(Map.of("done", 1L, "USED", CROWD - 1L));
    }

    @Test
    void ofManyWrongCodesFiveAreJudgedAndThenTheRightOneIsRefused() {
        ChallengeId challenge = app.begun(mia);
        String wrong = app.wrongCodeTo(mia);
        var outcomes = Race.of(CROWD, i -> badgr().signUps().confirm(challenge, code(wrong), newClient()));
        assertThat(tally(outcomes)).isEqualTo(Map.of("WrongCode", 5L, "EXHAUSTED", CROWD - 5L));
        assertThat(outcomes.stream()
                        .map(o -> o.fold(v -> -1, r -> r instanceof Refusal.WrongCode w ? w.attemptsLeft() : -1)))
                .contains(4, 3, 2, 1, 0);
        assertUnusable(badgr().signUps().confirm(challenge, code(app.codeTo(mia)), newClient()), Reason.EXHAUSTED);
    }

    @Test
    void ofManyWhoAskForACodeForOneAddressOneGetsIt() {
        var outcomes = Race.of(CROWD, i -> badgr().signUps().begin(email(mia), newClient()));
        assertThat(tally(outcomes)).isEqualTo(Map.of("done", 1L, "TryLater", CROWD - 1L));
        assertThat(app.mailsTo(mia)).hasSize(1);
    }

    @Test
    void aProofMakesOneAccount() {
        ChallengeId proof = app.proven(mia);
        String terms = app.currentTerms();
        var outcomes = Race.of(CROWD, i -> badgr().signUps().complete(proof, profile(terms), newClient()));
        assertThat(tally(outcomes)).containsEntry("done", 1L);
        var winner = outcomes.stream().filter(Result::isSuccess).findFirst().orElseThrow();
        assertThat(badgr().accounts().findByEmail(mia)).contains(done(winner).account());
    }

    @Test
    void aRecoveryProofSetsOnePassword() {
        app.personWithAccount(mia);
        app.passes(Duration.ofMinutes(1));
        ChallengeId proof =
                done(badgr().recoveries().begin(email(mia), newClient())).challenge();
        done(badgr().recoveries().confirm(proof, code(app.codeTo(mia)), newClient()));
        var outcomes = Race.of(
                CROWD, i -> badgr().recoveries().complete(proof, newPassword(OTHER_PASSWORD + " " + i), newClient()));
        assertThat(tally(outcomes)).containsEntry("done", 1L);
        int winner = outcomes.indexOf(
                outcomes.stream().filter(Result::isSuccess).findFirst().orElseThrow());
        done(badgr().signIns().withPassword(signIn(mia, OTHER_PASSWORD + " " + winner), newClient()));
    }

    @Test
    void ofManyAccountsThatAddOneAddressOneOwnsIt() {
        app = TestApp.on(storage(), builder -> builder.limits(Limits.standard().with(manyMails())));
        List<Person> people = new ArrayList<>();
        List<ChallengeId> challenges = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            Person person = app.personWithAccount();
            people.add(person);
            challenges.add(app.asksToAdd(person, mia));
            codes.add(app.codeTo(mia));
        }
        AwardId award = app.awarded(mia);
        List<Result<EmailAdded>> outcomes = Race.of(
                CROWD,
                i -> badgr().emails()
                        .confirm(people.get(i).session(), challenges.get(i), code(codes.get(i)), newClient()));
        assertThat(tally(outcomes)).isEqualTo(Map.of("done", 1L, Rule.EMAIL_TAKEN.name(), CROWD - 1L));
        assertThat(people.stream().filter(p -> app.backpack(p).contains(award))).hasSize(1);
    }

    @Test
    void anAwardThatRacesWithTheProofOfItsAddressIsInTheBackpackOnce() {
        Badge badge = app.badge();
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress address = Some.address();
            Person person = app.personWithAccount();
            ChallengeId challenge = app.asksToAdd(person, address);
            AwardId[] award = new AwardId[1];
            Race.between(
                    () -> award[0] = app.award(badge, address).id(),
                    () -> done(badgr().emails()
                            .confirm(person.session(), challenge, code(app.codeTo(address)), person.client())));
            assertThat(app.backpack(person)).containsExactly(award[0]);
        }
    }

    @Test
    void anAwardThatRacesWithTheRemovalOfItsAddressWaitsForIt() {
        Badge badge = app.badge();
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress address = Some.address();
            Person person = app.withAddress(app.personWithAccount(), address);
            AwardId[] award = new AwardId[1];
            Changed[] changed = new Changed[1];
            Race.between(
                    () -> award[0] = app.award(badge, address).id(),
                    () -> changed[0] =
                            done(badgr().emails().remove(person.session(), email(address), person.client())));
            assertThat(app.backpack(person)).isEmpty();
            assertThat(badgr().backpacks().explain(person.id(), award[0]))
                    .isEqualTo(new Explanation.VerifyAddress(address.masked()));
            app.passes(Duration.ofMinutes(1));
            app.withAddress(app.signedInAgain(person.after(changed[0]), dev.badgr.fixture.Forms.PASSWORD), address);
            assertThat(app.backpack(person)).containsExactly(award[0]);
        }
    }

    @Test
    void theSameAwardManyTimesIsThereOnce() {
        Person person = app.personWithAccount(mia);
        NewAward wanted = NewAward.of(app.badge(), mia).once("course-7", app.now());
        List<Awarded> outcomes = Race.of(CROWD, i -> done(badgr().awards().award(wanted)));
        assertThat(outcomes.stream().filter(Awarded::isNew)).hasSize(1);
        assertThat(outcomes.stream().map(Awarded::award).distinct()).hasSize(1);
        assertThat(app.backpack(person)).containsExactly(outcomes.get(0).award().id());
    }

    @Test
    void ofTheLastTwoAddressesOneStays() {
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress second = Some.address();
            Person person = app.withAddress(app.personWithAccount(), second);
            EmailAddress first = person.email();
            Race.between(
                    () -> badgr().emails().remove(person.session(), email(second), person.client()),
                    () -> badgr().emails()
                            .makePrimary(person.session(), email(second), person.client())
                            .then(changed ->
                                    badgr().emails().remove(changed.session(), email(first), person.client())));
            var account = badgr().accounts().find(person.id()).orElseThrow();
            assertThat(account.emails()).hasSize(1);
            assertThat(account.primaryEmail().address()).isIn(first, second);
        }
    }

    @Test
    void ofManyChangesInOneSessionOneIsMade() {
        Person person = app.personWithAccount();
        var outcomes = Race.of(
                CROWD,
                i -> badgr().accounts()
                        .changePassword(person.session(), newPassword(OTHER_PASSWORD + " " + i), person.client()));
        assertThat(tally(outcomes)).isEqualTo(Map.of("done", 1L, "SessionEnded", CROWD - 1L));
    }

    @Test
    void ofManyWrongPasswordsFiveAreLookedAt() {
        app.personWithAccount(mia);
        Client guesser = newClient();
        var outcomes = Race.of(CROWD, i -> badgr().signIns().withPassword(signIn(mia, OTHER_PASSWORD), guesser));
        assertThat(tally(outcomes)).isEqualTo(Map.of("SignInRefused", 5L, "TryLater", CROWD - 5L));
    }

    @Test
    void anAwardIsAcceptedOrDeclinedAndRevokedForGood() {
        for (int round = 0; round < ROUNDS; round++) {
            Person person = app.personWithAccount();
            AwardId award = app.awarded(person.email());
            Race.between(
                    () -> badgr().backpacks().decline(person.id(), award),
                    () -> done(badgr().awards().revoke(award, "Mistake.")),
                    () -> badgr().backpacks().restore(person.id(), award));
            assertThat(app.backpack(person)).isEmpty();
            assertThat(badgr().backpacks().explain(person.id(), award)).isInstanceOf(Explanation.Revoked.class);
        }
    }

    private static CodeRules manyMails() {
        CodeRules usual = CodeRules.standard();
        return new CodeRules(
                usual.validFor(),
                usual.attempts(),
                usual.provenFor(),
                List.of(new Rate(1000, Duration.ofSeconds(1))),
                usual.wrongPerAddress(),
                usual.signUpsPerClient(),
                usual.wrongPerClient(),
                usual.wrongInAll());
    }

    private static Map<String, Long> tally(List<? extends Result<?>> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.fold(done -> "done", RacesContract::word))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static String word(Refusal refusal) {
        if (refusal instanceof Refusal.CodeUnusable unusable) {
            return unusable.reason().name();
        }
        return refusal instanceof Refusal.NotPossible not
                ? not.rule().name()
                : refusal.getClass().getSimpleName();
    }
}
