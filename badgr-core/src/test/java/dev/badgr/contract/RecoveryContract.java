package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.Outcomes.assertInvalid;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.assertTryLater;
import static dev.badgr.fixture.Outcomes.assertUnusable;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.CodeSent;
import dev.badgr.EmailForm;
import dev.badgr.NewPasswordForm;
import dev.badgr.Refusal;
import dev.badgr.Refusal.CodeUnusable.Reason;
import dev.badgr.Result;
import dev.badgr.SignedIn;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.Mail;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Getting back in with a code to a verified address. */
public abstract class RecoveryContract extends VerbContract {
    private final EmailAddress mia = Some.address();
    private final EmailAddress second = Some.address();

    @Test
    void aPersonSetsANewPasswordAndAllOtherSessionsEnd() {
        Person ada = app.personWithAccount(mia);
        SignedIn signedIn = done(recover(provenBy(mia), OTHER_PASSWORD));
        assertThat(signedIn.account().id()).isEqualTo(ada.id());
        done(badgr().signIns().check(signedIn.session()));
        assertRefused(badgr().signIns().check(ada.session()), new Refusal.SessionEnded());
        assertRefused(badgr().signIns().withPassword(signIn(mia, PASSWORD), newClient()), new Refusal.SignInRefused());
        done(badgr().signIns().withPassword(signIn(mia, OTHER_PASSWORD), newClient()));
    }

    @Test
    void anyVerifiedAddressWillDo() {
        Person ada = app.withAddress(app.personWithAccount(mia), second);
        SignedIn signedIn = done(recover(provenBy(second), OTHER_PASSWORD));
        assertThat(signedIn.account().id()).isEqualTo(ada.id());
    }

    @Test
    void everyVerifiedAddressIsTold() {
        app = TestApp.at(Times.earlierThanEver(), storage(), builder -> {});
        app.withAddress(app.personWithAccount(mia), second);
        badgr().notices().deliver(1000);
        done(recover(provenBy(mia), OTHER_PASSWORD));
        badgr().notices().deliver(1000);
        for (EmailAddress address : new EmailAddress[] {mia, second}) {
            assertThat(app.lastMailTo(address).kind()).isEqualTo(Mail.Kind.SECURITY);
            assertThat(app.lastMailTo(address).text()).contains("Your password was set anew");
        }
    }

    @Test
    void aDisabledPasswordIsUsableAgain() {
        app.personWithAccount(mia);
        for (int i = 0; i < 100; i++) {
            badgr().signIns().withPassword(signIn(mia, OTHER_PASSWORD), newClient());
        }
        assertRefused(
                badgr().signIns().withPassword(signIn(mia, PASSWORD), newClient()), new Refusal.PasswordDisabled());
        done(recover(provenBy(mia), OTHER_PASSWORD));
        done(badgr().signIns().withPassword(signIn(mia, OTHER_PASSWORD), newClient()));
    }

    @Test
    void whoHasOnlyASocialAccountGetsAPasswordToo() {
        Person ada = app.personWithOnly(new ExternalIdentity("https://login.elsewhere.example", Some.word()));
        SignedIn signedIn = done(recover(provenBy(ada.email()), OTHER_PASSWORD));
        assertThat(signedIn.account().password()).isPresent();
        assertThat(signedIn.account().identities()).isEqualTo(ada.account().identities());
    }

    @Test
    void anAddressWithoutAnAccountGetsAMailThatSaysSoAndTheAskerTheSameAnswer() {
        app.personWithAccount(mia);
        app.passes(Duration.ofMinutes(1));
        CodeSent known = done(badgr().recoveries().begin(email(mia), newClient()));
        CodeSent unknown = done(badgr().recoveries().begin(email(second), newClient()));
        assertThat(unknown)
                .usingRecursiveComparison()
                .ignoringFields("challenge")
                .isEqualTo(known);
        assertThat(app.lastMailTo(second).kind()).isEqualTo(Mail.Kind.RECOVERY_NO_ACCOUNT);
        assertRefused(
                badgr().recoveries().confirm(unknown.challenge(), code("123456"), newClient()),
                new Refusal.WrongCode(4));
        app.passes(Duration.ofMinutes(1));
        done(badgr().recoveries().resend(unknown.challenge(), newClient()));
        assertThat(app.lastMailTo(second).kind()).isEqualTo(Mail.Kind.RECOVERY_NO_ACCOUNT);
    }

    @Test
    void aRefusedPasswordKeepsTheProof() {
        app.personWithAccount(mia);
        ChallengeId proof = provenBy(mia);
        assertInvalid(recover(proof, "short"), "password: password.too-short");
        assertInvalid(recover(proof, "passwordpassword"), "password: password.guessable");
        assertInvalid(recover(proof, "zebra Müller quartz lagoon"), "password: password.personal");
        assertInvalid(recover(proof, "zebra " + mia.localPart() + " quartz"), "password: password.personal");
        var different = new NewPasswordForm(OTHER_PASSWORD, PASSWORD);
        assertInvalid(
                badgr().recoveries().complete(proof, different, newClient()), "confirmation: confirmation.different");
        done(recover(proof, OTHER_PASSWORD));
    }

    @Test
    void aProofSetsOnePassword() {
        app.personWithAccount(mia);
        ChallengeId proof = provenBy(mia);
        done(recover(proof, OTHER_PASSWORD));
        assertUnusable(recover(proof, "another password of some length"), Reason.USED);
        done(badgr().signIns().withPassword(signIn(mia, OTHER_PASSWORD), newClient()));
    }

    @Test
    void withoutAProofNothingIsSet() {
        app.personWithAccount(mia);
        app.passes(Duration.ofMinutes(1));
        ChallengeId open =
                done(badgr().recoveries().begin(email(mia), newClient())).challenge();
        assertUnusable(recover(open, OTHER_PASSWORD), Reason.NOT_PROVEN);
        app.passes(Duration.ofMinutes(1));
        ChallengeId next = done(badgr().recoveries().resend(open, newClient())).challenge();
        assertUnusable(recover(open, OTHER_PASSWORD), Reason.REPLACED);
        assertUnusable(recover(ChallengeId.random(Some.random()), OTHER_PASSWORD), Reason.UNKNOWN);
        assertUnusable(recover(app.proven(second), OTHER_PASSWORD), Reason.UNKNOWN);
        done(badgr().recoveries().confirm(next, code(app.codeTo(mia)), newClient()));
        app.passes(Duration.ofMinutes(70));
        assertUnusable(recover(next, OTHER_PASSWORD), Reason.EXPIRED);
        done(badgr().signIns().withPassword(signIn(mia, PASSWORD), newClient()));
    }

    @Test
    void whoLostTheAddressMeanwhileDoesNotGetInByIt() {
        Person ada = app.withAddress(app.personWithAccount(mia), second);
        ChallengeId proof = provenBy(second);
        ada = app.signedInAgain(ada, PASSWORD);
        done(badgr().emails().remove(ada.session(), email(second), ada.client()));
        assertUnusable(recover(proof, OTHER_PASSWORD), Reason.UNKNOWN);
        app.passes(Duration.ofMinutes(1));
        app.personWithAccount(second);
        assertUnusable(recover(proof, OTHER_PASSWORD), Reason.UNKNOWN);
        done(badgr().signIns().withPassword(signIn(mia, PASSWORD), newClient()));
    }

    @Test
    void itsCodesHaveTheSameLifeAsOthers() {
        app.personWithAccount(mia);
        app.passes(Duration.ofMinutes(1));
        ChallengeId first =
                done(badgr().recoveries().begin(email(mia), newClient())).challenge();
        assertTryLater(badgr().recoveries().resend(first, newClient()));
        assertTryLater(badgr().recoveries().begin(email(mia), newClient()));
        for (int left = 4; left >= 0; left--) {
            assertRefused(
                    badgr().recoveries().confirm(first, code(app.wrongCodeTo(mia)), newClient()),
                    new Refusal.WrongCode(left));
        }
        assertUnusable(badgr().recoveries().confirm(first, code(app.codeTo(mia)), newClient()), Reason.EXHAUSTED);
        app.passes(Duration.ofMinutes(1));
        ChallengeId next = done(badgr().recoveries().resend(first, newClient())).challenge();
        app.passes(Duration.ofMinutes(10));
        assertUnusable(badgr().recoveries().confirm(next, code(app.codeTo(mia)), newClient()), Reason.EXPIRED);
        assertInvalid(badgr().recoveries().confirm(next, code("12"), newClient()), "code: code.format");
    }

    @Test
    void whatIsNoAddressAndAMailThatIsNotTakenAreTold() {
        assertInvalid(badgr().recoveries().begin(new EmailForm("mia"), newClient()), "email: email.format");
        app.mailServerFails();
        assertRefused(badgr().recoveries().begin(email(mia), newClient()), new Refusal.MailNotSent());
    }

    private ChallengeId provenBy(EmailAddress address) {
        app.passes(Duration.ofMinutes(1));
        ChallengeId challenge =
                done(badgr().recoveries().begin(email(address), newClient())).challenge();
        return done(badgr().recoveries().confirm(challenge, code(app.codeTo(address)), newClient()));
    }

    private Result<SignedIn> recover(ChallengeId proof, String password) {
        return badgr().recoveries().complete(proof, newPassword(password), newClient());
    }
}
