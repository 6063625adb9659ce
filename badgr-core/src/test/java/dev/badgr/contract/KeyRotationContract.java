package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.assertTryLater;
import static dev.badgr.fixture.Outcomes.assertUnusable;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.badgr.EmailProven;
import dev.badgr.Refusal;
import dev.badgr.Refusal.CodeUnusable.Reason;
import dev.badgr.Result;
import dev.badgr.Secrets;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeKeys;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.HmacKey;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.port.Misconfigured;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys under codes are rotated while people sign up. */
public abstract class KeyRotationContract extends VerbContract {
    private final EmailAddress mia = Some.address();
    private volatile Secrets secrets = TestApp.SECRETS;

    @BeforeEach
    void rotatingKeys() {
        app = TestApp.on(storage(), builder -> builder.secrets(() -> secrets));
    }

    @Test
    void aCodeThatWasSentBeforeARotationIsRightAfterIt() {
        ChallengeId sent = app.begun(mia);
        rotate();
        assertRefused(confirm(sent, app.wrongCodeTo(mia)), new Refusal.WrongCode(4));
        done(confirm(sent, app.codeTo(mia)));
    }

    @Test
    void manyRotationsGiveNoMoreGuesses() {
        ChallengeId sent = app.begun(mia);
        for (int left = 4; left >= 1; left--) {
            rotate();
            assertRefused(confirm(sent, app.wrongCodeTo(mia)), new Refusal.WrongCode(left));
        }
        rotate();
        confirm(sent, app.wrongCodeTo(mia));
        rotate();
        assertUnusable(confirm(sent, app.codeTo(mia)), Reason.EXHAUSTED);
    }

    @Test
    void aRotationGivesNoClientItsGuessesAtPasswordsBack() {
        Person person = app.personWithAccount();
        for (int i = 0; i < 5; i++) {
            badgr().signIns().withPassword(signIn(person.email(), OTHER_PASSWORD), person.client());
        }
        rotate();
        assertTryLater(badgr().signIns().withPassword(signIn(person.email(), OTHER_PASSWORD), person.client()));
    }

    @Test
    void aServerThatLacksTheNewestKeySendsThePersonForAnotherCodeAndCountsNothing() {
        Secrets before = secrets;
        rotate();
        ChallengeId sent = app.begun(mia);
        Secrets after = secrets;
        secrets = before;
        for (int i = 0; i < 10; i++) {
            assertUnusable(confirm(sent, app.codeTo(mia)), Reason.EXPIRED);
        }
        app.passes(Duration.ofMinutes(1));
        ChallengeId resent = done(badgr().signUps().resend(sent, newClient())).challenge();
        secrets = after;
        done(confirm(resent, app.codeTo(mia)));
    }

    @Test
    void anAnnouncedKeyCostsNobodyACode() {
        HmacKey next = HmacKey.random(Some.random());
        Secrets announced = secrets.with(secrets.codes().announcing(next));
        secrets = secrets.with(secrets.codes().rotatedTo(next, app.now()));
        ChallengeId sent = app.begun(mia);
        secrets = announced;
        done(confirm(sent, app.codeTo(mia)));
    }

    @Test
    void ofManyWhoConfirmDuringRotationsOneDoes() {
        ChallengeId sent = app.begun(mia);
        String right = app.codeTo(mia);
        List<Boolean> won = Race.of(CROWD, i -> {
            if (i % 8 == 0) {
                rotate();
            }
            return confirm(sent, right).isSuccess();
        });
        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void anotherRecipientSecretIsRefusedWhileBadgrRuns() {
        secrets = new Secrets(secrets.codes(), HmacKey.random(Some.random()));
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> app.begun(mia))
                .withMessageContaining("recipient secret");
    }

    private synchronized void rotate() {
        CodeKeys codes = secrets.codes();
        secrets = secrets.with(codes.rotatedTo(HmacKey.random(Some.random()), app.now()));
    }

    private Result<EmailProven> confirm(ChallengeId challenge, String typed) {
        return badgr().signUps().confirm(challenge, code(typed), newClient());
    }
}
