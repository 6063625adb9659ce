package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Badgr;
import dev.badgr.CodeSent;
import dev.badgr.OidcClaims;
import dev.badgr.Result;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.Password;
import dev.badgr.account.PasswordHash;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.FastHasher;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.WatchedStorage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether an address has an account shows neither in an answer nor in what is called for it. */
public abstract class EqualAnswersContract extends VerbContract {
    private final EmailAddress known = Some.address();
    private final EmailAddress unknown = Some.address();
    private WatchedStorage calls;
    private Badgr badgr;
    private Person owner;

    /** Somebody has signed up a day ago. */
    @BeforeEach
    void watchEveryCall() {
        owner = app.personWithAccount(known);
        calls = new WatchedStorage(storage());
        TestApp watched = TestApp.at(
                app.now().plus(Duration.ofDays(1)),
                calls,
                builder -> builder.mailer(mail -> calls.note("Mailer.send")).passwordHasher(new FastHasher(1) {
                    @Override
                    public Optional<Boolean> matches(Password password, Optional<PasswordHash> stored) {
                        calls.note("PasswordHasher.matches");
                        return super.matches(password, stored);
                    }
                }));
        badgr = watched.badgr();
    }

    @Test
    void whenSigningUp() {
        assertEqual(address -> badgr.signUps().begin(email(address), newClient()));
    }

    @Test
    void whenSigningUpWithASocialAccount() {
        var identity = new ExternalIdentity("https://login.elsewhere.example", Some.word());
        assertEqual(
                address -> badgr.signIns().withIdentity(new OidcClaims(identity, address.text(), true), newClient()));
    }

    @Test
    void whenRecovering() {
        assertEqual(address -> badgr.recoveries().begin(email(address), newClient()));
    }

    @Test
    void whenAddingAnAddress() {
        app.passes(Duration.ofDays(1));
        Person ada = app.personWithAccount();
        assertEqual(address -> badgr.emails().add(ada.session(), email(address), newClient()));
    }

    @Test
    void whenMovingAnAddressThatIsTheOnlyOneOfItsAccountOrOnNone() {
        app.passes(Duration.ofDays(1));
        Person ada = app.personWithAccount();
        assertEqual(address -> badgr.moves().begin(ada.session(), email(address), newClient()));
    }

    @Test
    void whenMovingAnAddressThatCanBeMovedOrNot() {
        app.withAddress(owner, Some.address());
        app.passes(Duration.ofDays(1));
        Person ada = app.personWithAccount();
        assertEqual(address -> badgr.moves().begin(ada.session(), email(address), newClient()));
    }

    @Test
    void whenGuessingAtACode() {
        ChallengeId decoy = challenge(badgr.signUps().begin(email(known), newClient()));
        ChallengeId real = challenge(badgr.signUps().begin(email(unknown), newClient()));
        for (int i = 0; i < 6; i++) {
            assertEqual(address ->
                    badgr.signUps().confirm(address.equals(known) ? decoy : real, code("000000"), newClient()));
        }
    }

    @Test
    void whenSigningInWithAWrongPassword() {
        for (int i = 0; i < 6; i++) {
            assertEqual(address -> badgr.signIns().withPassword(signIn(address, OTHER_PASSWORD), newClient()));
        }
    }

    @Test
    void whenBackingOffAndWhenThePasswordIsDisabled() {
        var guesser = newClient();
        for (int i = 0; i < 7; i++) {
            assertEqual(address -> badgr.signIns().withPassword(signIn(address, OTHER_PASSWORD), guesser));
        }
        for (int i = 0; i < 96; i++) {
            assertEqual(address -> badgr.signIns().withPassword(signIn(address, OTHER_PASSWORD), newClient()));
        }
        assertEqual(address -> badgr.signIns().withPassword(signIn(address, PASSWORD), newClient()));
    }

    private void assertEqual(Function<EmailAddress, Result<?>> verb) {
        calls.watch();
        Result<?> forKnown = verb.apply(known);
        List<String> callsForKnown = calls.calls();
        calls.watch();
        Result<?> forUnknown = verb.apply(unknown);
        assertThat(callsForKnown).isNotEmpty().isEqualTo(calls.calls());
        assertThat(withoutChallenge(forKnown)).isEqualTo(withoutChallenge(forUnknown));
    }

    private static Object withoutChallenge(Result<?> result) {
        return result.fold(
                done -> done instanceof CodeSent sent
                        ? List.of(sent.sentTo(), sent.expiresAt(), sent.resendAt())
                        : done,
                refusal -> refusal);
    }

    private static ChallengeId challenge(Result<CodeSent> sent) {
        return sent.orElseThrow().challenge();
    }
}
