package dev.badgr.contract;

import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.assertInvalid;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.assertTryLater;
import static dev.badgr.fixture.Outcomes.assertUnusable;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static dev.badgr.fixture.TestApp.otherThan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.EmailProven;
import dev.badgr.Refusal;
import dev.badgr.Refusal.CodeUnusable.Reason;
import dev.badgr.Result;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The life of a code: sent, guessed, resent, used up. */
public abstract class CodesContract extends VerbContract {
    private final EmailAddress mia = Some.address();

    @Test
    void aCodeHasSixDigitsAndEachIsItsOwn() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            EmailAddress address = Some.address();
            app.begun(address);
            assertThat(app.codeTo(address)).matches("[0-9]{6}");
            codes.add(app.codeTo(address));
        }
        assertThat(codes).hasSizeGreaterThan(15);
    }

    @Test
    void aWrongCodeTellsHowManyTriesAreLeftAndTheRightOneStillCounts() {
        ChallengeId challenge = app.begun(mia);
        for (int left = 4; left >= 1; left--) {
            assertRefused(confirm(challenge, app.wrongCodeTo(mia)), new Refusal.WrongCode(left));
        }
        done(confirm(challenge, app.codeTo(mia)));
    }

    @Test
    void afterFiveWrongCodesTheRightOneIsRefused() {
        ChallengeId challenge = app.begun(mia);
        exhaust(challenge, mia);
        assertUnusable(confirm(challenge, app.codeTo(mia)), Reason.EXHAUSTED);
        assertUnusable(confirm(challenge, app.codeTo(mia)), Reason.EXHAUSTED);
    }

    @Test
    void afterAnExhaustedCodeANewOneCanBeAskedFor() {
        ChallengeId exhausted = app.begun(mia);
        exhaust(exhausted, mia);
        app.passes(Duration.ofMinutes(1));
        ChallengeId next = resent(exhausted);
        done(confirm(next, app.codeTo(mia)));
    }

    @Test
    void aCodeCountsForTenMinutes() {
        EmailAddress late = Some.address();
        ChallengeId intime = app.begun(mia);
        ChallengeId toolate = app.begun(late);
        app.passes(Duration.ofMinutes(10).minusMillis(1));
        done(confirm(intime, app.codeTo(mia)));
        app.passes(Duration.ofMillis(1));
        assertUnusable(confirm(toolate, app.codeTo(late)), Reason.EXPIRED);
    }

    @Test
    void aCodeWinsOnce() {
        ChallengeId challenge = app.begun(mia);
        done(confirm(challenge, app.codeTo(mia)));
        assertUnusable(confirm(challenge, app.codeTo(mia)), Reason.USED);
        assertUnusable(badgr().signUps().resend(challenge, newClient()), Reason.USED);
    }

    @Test
    void whatCanBeNoCodeCostsNoAttempt() {
        ChallengeId challenge = app.begun(mia);
        for (String typed :
                new String[] {"12345", "1234567", "12345a", "12-34-56", "-123456", "１２３４５", "9".repeat(9000)}) {
            assertInvalid(confirm(challenge, typed), "code: code.format");
        }
        assertInvalid(confirm(challenge, ""), "code: required");
        assertInvalid(confirm(challenge, null), "code: required");
        assertRefused(confirm(challenge, app.wrongCodeTo(mia)), new Refusal.WrongCode(4));
    }

    @Test
    void aCodeMayBeTypedWithBlanksASeparatorOrTheDigitsOfAnotherScript() {
        for (String pattern : new String[] {" %s%s\t", "%s %s", "%s-%s", "%s\u00A0%s", "arabic %s%s"}) {
            EmailAddress address = Some.address();
            ChallengeId challenge = app.begun(address);
            String sent = app.codeTo(address);
            String typed = pattern.formatted(sent.substring(0, 3), sent.substring(3));
            done(confirm(challenge, typed.startsWith("arabic") ? inArabic(sent) : typed));
        }
    }

    @Test
    void anotherCodeIsSentAfterAMinuteAndKillsTheOneBefore() {
        Instant start = app.now();
        ChallengeId first = app.begun(mia);
        String firstCode = app.codeTo(mia);
        app.passes(Duration.ofSeconds(60).minusMillis(1));
        assertTryLater(badgr().signUps().resend(first, newClient()), start.plusSeconds(60));
        app.passes(Duration.ofMillis(1));
        ChallengeId second = resent(first);
        assertThat(app.mailsTo(mia)).hasSize(2);
        assertThat(second).isNotEqualTo(first);
        assertUnusable(confirm(first, firstCode), Reason.REPLACED);
        assertUnusable(badgr().signUps().resend(first, newClient()), Reason.REPLACED);
        done(confirm(second, app.codeTo(mia)));
    }

    @Test
    void aResendThatIsRefusedLeavesTheCodeAlive() {
        ChallengeId challenge = app.begun(mia);
        assertTryLater(badgr().signUps().resend(challenge, newClient()));
        done(confirm(challenge, app.codeTo(mia)));
    }

    @Test
    void anAddressGetsFiveMailsAnHourAndTenADay() {
        Instant first = app.now();
        mailsAMinuteApart(5);
        assertTryLater(badgr().signUps().begin(email(mia), newClient()), first.plus(Duration.ofHours(1)));
        app.passes(Duration.ofHours(1));
        mailsAMinuteApart(5);
        app.passes(Duration.ofHours(1));
        assertTryLater(badgr().signUps().begin(email(mia), newClient()), first.plus(Duration.ofDays(1)));
        assertThat(app.mailsTo(mia)).hasSize(10);
    }

    @Test
    void theBudgetOfMailsIsTheMailboxesWhateverItsSpelling() {
        app.begun(mia);
        EmailAddress shouted = EmailAddress.parse(mia.text().toUpperCase(java.util.Locale.ROOT));
        assertTryLater(badgr().signUps().begin(email(shouted), newClient()));
        assertTryLater(badgr().recoveries().begin(email(shouted), newClient()));
    }

    @Test
    void aChallengeIsOfNoUseForAnotherPurpose() {
        Person ada = app.personWithAccount();
        app.passes(Duration.ofMinutes(1));
        ChallengeId signUp = app.begun(mia);
        ChallengeId recovery = done(badgr().recoveries().begin(email(ada.email()), newClient()))
                .challenge();
        EmailAddress more = Some.address();
        ChallengeId add = app.asksToAdd(ada, more);

        assertUnusable(confirm(recovery, app.codeTo(ada.email())), Reason.UNKNOWN);
        assertUnusable(confirm(add, app.codeTo(more)), Reason.UNKNOWN);
        assertUnusable(badgr().recoveries().confirm(signUp, code(app.codeTo(mia)), newClient()), Reason.UNKNOWN);
        assertUnusable(badgr().recoveries().confirm(add, code(app.codeTo(more)), newClient()), Reason.UNKNOWN);
        assertUnusable(
                badgr().emails().confirm(ada.session(), signUp, code(app.codeTo(mia)), newClient()), Reason.UNKNOWN);
        assertUnusable(badgr().recoveries().resend(signUp, newClient()), Reason.UNKNOWN);
        assertUnusable(badgr().signUps().resend(recovery, newClient()), Reason.UNKNOWN);
        assertUnusable(badgr().emails().resend(ada.session(), recovery, newClient()), Reason.UNKNOWN);
        done(confirm(signUp, app.codeTo(mia)));
    }

    @Test
    void aChallengeIsOfNoUseForAnotherAccount() {
        Person ada = app.personWithAccount();
        Person eve = app.personWithAccount();
        ChallengeId adas = app.asksToAdd(ada, mia);
        assertUnusable(
                badgr().emails().confirm(eve.session(), adas, code(app.codeTo(mia)), eve.client()), Reason.UNKNOWN);
        assertUnusable(badgr().emails().resend(eve.session(), adas, eve.client()), Reason.UNKNOWN);
        done(badgr().emails().confirm(ada.session(), adas, code(app.codeTo(mia)), ada.client()));
    }

    @Test
    void aCodeIsOfNoUseForAnotherChallenge() {
        ChallengeId mias = app.begun(mia);
        EmailAddress ada = Some.address();
        app.begun(ada);
        String adas = app.codeTo(ada).equals(app.codeTo(mia)) ? otherThan(app.codeTo(ada)) : app.codeTo(ada);
        assertRefused(confirm(mias, adas), new Refusal.WrongCode(4));
    }

    @Test
    void anUnknownChallengeIsToldApartFromAWrongCode() {
        ChallengeId unknown = ChallengeId.random(Some.random());
        assertUnusable(confirm(unknown, "123456"), Reason.UNKNOWN);
        assertUnusable(badgr().signUps().resend(unknown, newClient()), Reason.UNKNOWN);
    }

    private void mailsAMinuteApart(int count) {
        for (int i = 0; i < count; i++) {
            app.begun(mia);
            app.passes(Duration.ofMinutes(1));
        }
    }

    private void exhaust(ChallengeId challenge, EmailAddress address) {
        for (int i = 0; i < 5; i++) {
            assertRefused(confirm(challenge, app.wrongCodeTo(address)), new Refusal.WrongCode(4 - i));
        }
    }

    private ChallengeId resent(ChallengeId challenge) {
        return done(badgr().signUps().resend(challenge, newClient())).challenge();
    }

    private Result<EmailProven> confirm(ChallengeId challenge, String typed) {
        return badgr().signUps().confirm(challenge, code(typed), newClient());
    }

    private static String inArabic(String digits) {
        StringBuilder arabic = new StringBuilder();
        digits.chars().forEach(c -> arabic.append((char) (c - '0' + '٠')));
        return arabic.toString();
    }
}
