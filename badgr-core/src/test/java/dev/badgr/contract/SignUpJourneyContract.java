package dev.badgr.contract;

import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.profile;
import static dev.badgr.fixture.Outcomes.assertInvalid;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.assertUnusable;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Client;
import dev.badgr.CodeSent;
import dev.badgr.EmailForm;
import dev.badgr.EmailProven;
import dev.badgr.ProfileForm;
import dev.badgr.Refusal;
import dev.badgr.Refusal.CodeUnusable.Reason;
import dev.badgr.Rule;
import dev.badgr.Welcome;
import dev.badgr.account.Account;
import dev.badgr.award.AwardId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.fixture.Forms;
import dev.badgr.fixture.Some;
import dev.badgr.port.Mail;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Signing up with an e-mail address, from the first page to the Backpack. */
public abstract class SignUpJourneyContract extends VerbContract {
    private final EmailAddress mia = Some.address();

    @Test
    void aPersonProvesHerAddressAndGetsAnAccountWithIt() {
        Client client = newClient().withEvidence("203.0.113.7, Firefox");
        CodeSent sent = done(badgr().signUps().begin(email(mia), client));
        EmailProven proven = done(badgr().signUps().confirm(sent.challenge(), code(app.codeTo(mia)), client));
        TermsVersion terms = badgr().consents().current(client.locale());
        Welcome welcome = done(badgr().signUps().complete(proven.challenge(), profile(terms.version()), client));

        Account account = welcome.account();
        assertThat(account.name().full()).isEqualTo("Mia Müller");
        assertThat(account.emails()).extracting(VerifiedEmail::address).containsExactly(mia);
        assertThat(account.primaryEmail().verifiedAt()).isEqualTo(app.now());
        assertThat(badgr().accounts().findByEmail(mia)).contains(account);
        assertThat(badgr().accounts().find(account.id())).contains(account);
        assertThat(done(badgr().signIns().check(welcome.session()))).isEqualTo(account);
        assertThat(welcome.backpack().items()).isEmpty();
        assertThat(badgr().consents().agreed(account.id())).singleElement().satisfies(consent -> {
            assertThat(consent.version()).isEqualTo(terms.version());
            assertThat(consent.sha256()).isEqualTo(terms.sha256());
            assertThat(consent.wayIn()).isEqualTo(TermsConsent.WayIn.EMAIL);
            assertThat(consent.evidence()).contains("203.0.113.7, Firefox");
            assertThat(consent.agreedAt()).isEqualTo(app.now());
        });
    }

    @Test
    void theAnswersSayWhereTheMailWentAndUntilWhenItCounts() {
        CodeSent sent = done(badgr().signUps().begin(email(mia), newClient()));
        assertThat(sent.sentTo()).isEqualTo("m•••@school.edu");
        assertThat(sent.expiresAt()).isEqualTo(app.now().plus(Duration.ofMinutes(10)));
        assertThat(sent.resendAt()).isEqualTo(app.now().plus(Duration.ofSeconds(60)));
        EmailProven proven = done(badgr().signUps().confirm(sent.challenge(), code(app.codeTo(mia)), newClient()));
        assertThat(proven.email()).isEqualTo(mia);
        assertThat(proven.until()).isEqualTo(app.now().plus(Duration.ofMinutes(70)));
    }

    @Test
    void theMailHasTheCodeAndNothingThatAStrangerCouldHaveTyped() {
        badgr().signUps().begin(email(mia), newClient().in(Locale.GERMAN));
        Mail mail = app.lastMailTo(mia);
        assertThat(mail.kind()).isEqualTo(Mail.Kind.SIGN_UP_CODE);
        assertThat(mail.to()).isEqualTo(mia);
        assertThat(mail.locale()).isEqualTo(Locale.GERMAN);
        assertThat(mail.subject()).contains("Peer Learning Place").doesNotContain(app.codeTo(mia));
        assertThat(mail.text()).contains(app.codeTo(mia)).contains("10 Minuten").doesNotContain(mia.text());
    }

    @Test
    void beforeTheAccountIsMadeNothingBelongsToAnybody() {
        app.proven(mia);
        assertThat(badgr().accounts().findByEmail(mia)).isEmpty();
        assertThat(app.lastMailTo(mia).kind()).isEqualTo(Mail.Kind.SIGN_UP_CODE);
        assertRefused(
                badgr().signIns().withPassword(Forms.signIn(mia, PASSWORD), newClient()), new Refusal.SignInRefused());
    }

    @Test
    void theEmailUpdatesAreOffUnlessTheirBoxIsTicked() {
        var without = done(badgr().signUps().complete(app.proven(mia), profile(app.currentTerms()), newClient()));
        var ticked = new ProfileForm("Ada", "Lovelace", PASSWORD, PASSWORD, app.currentTerms(), true, true);
        var with = done(badgr().signUps().complete(app.proven(Some.address()), ticked, newClient()));
        assertThat(badgr().consents().wantsEmailUpdates(without.account().id())).isFalse();
        assertThat(badgr().consents().emailUpdates(without.account().id())).isEmpty();
        assertThat(badgr().consents().wantsEmailUpdates(with.account().id())).isTrue();
    }

    @Test
    void badgesThatWaitForTheAddressAreThereAtOnce() {
        AwardId waiting = app.awarded(mia);
        Welcome welcome = done(badgr().signUps().complete(app.proven(mia), profile(app.currentTerms()), newClient()));
        assertThat(welcome.backpack().items())
                .extracting(entry -> entry.award().id())
                .containsExactly(waiting);
    }

    @Test
    void theAddressIsKeptAsTypedAndFoundInAnySpelling() {
        EmailAddress typed = EmailAddress.parse("Mia." + Some.word() + "@BÜCHER.Example");
        Account account = app.personWithAccount(typed).account();
        assertThat(account.primaryEmail().address().text()).isEqualTo(typed.text());
        EmailAddress other = EmailAddress.parse(typed.localPart().toUpperCase(Locale.ROOT) + "@xn--bcher-kva.example");
        assertThat(badgr().accounts().findByEmail(other)).contains(account);
        badgr().signUps().begin(email(other), newClient());
        assertThat(app.mailsTo(other)).hasSize(1);
    }

    @Test
    void theOwnerOfAnAddressWithAnAccountIsToldAndTheAskerLearnsNothing() {
        app.personWithAccount(mia);
        app.passes(Duration.ofMinutes(1));
        CodeSent known = done(badgr().signUps().begin(email(mia), newClient()));
        CodeSent unknown = done(badgr().signUps().begin(email(Some.address()), newClient()));
        assertThat(app.lastMailTo(mia).kind()).isEqualTo(Mail.Kind.SIGN_UP_HAS_ACCOUNT);
        assertThat(app.lastMailTo(mia).values()).doesNotContainKey("code");
        assertThat(known).usingRecursiveComparison().ignoringFields("challenge").isEqualTo(unknown);
        assertRefused(
                badgr().signUps().confirm(known.challenge(), code("123456"), newClient()), new Refusal.WrongCode(4));
        app.passes(Duration.ofMinutes(1));
        done(badgr().signUps().resend(known.challenge(), newClient()));
        assertThat(app.lastMailTo(mia).kind()).isEqualTo(Mail.Kind.SIGN_UP_HAS_ACCOUNT);
    }

    @Test
    void ofTwoProofsOfOneAddressTheFirstToBeCompletedGetsTheAccount() {
        ChallengeId first = app.proven(mia);
        app.passes(Duration.ofMinutes(1));
        ChallengeId second = app.proven(mia);
        done(badgr().signUps().complete(second, profile(app.currentTerms()), newClient()));
        assertNotPossible(
                badgr().signUps().complete(first, profile(app.currentTerms()), newClient()), Rule.EMAIL_TAKEN);
    }

    @Test
    void theFormNamesAllThatIsWrongAndTheProofStays() {
        ChallengeId proof = app.proven(mia);
        var wrong = new ProfileForm(" ", "Mül\u202Eler", "short", "shorter", null, false, false);
        assertInvalid(
                badgr().signUps().complete(proof, wrong, newClient()),
                "firstName: required",
                "lastName: control-character",
                "password: password.too-short",
                "confirmation: confirmation.different",
                "termsVersion: required",
                "termsAccepted: terms.required");
        assertThat(badgr().accounts().findByEmail(mia)).isEmpty();
        done(badgr().signUps().complete(proof, profile(app.currentTerms()), newClient()));
    }

    @Test
    void aProofMakesOneAccount() {
        ChallengeId proof = app.proven(mia);
        done(badgr().signUps().complete(proof, profile(app.currentTerms()), newClient()));
        assertUnusable(badgr().signUps().complete(proof, profile(app.currentTerms()), newClient()), Reason.USED);
    }

    @Test
    void aProofCountsForAnHourAfterItsCode() {
        ChallengeId proof = app.proven(mia);
        ChallengeId late = app.proven(Some.address());
        app.passes(Duration.ofMinutes(70).minusMillis(1));
        done(badgr().signUps().complete(proof, profile(app.currentTerms()), newClient()));
        app.passes(Duration.ofMillis(1));
        assertUnusable(badgr().signUps().complete(late, profile(app.currentTerms()), newClient()), Reason.EXPIRED);
    }

    @Test
    void withoutAProofThereIsNoAccount() {
        ChallengeId open = app.begun(mia);
        assertUnusable(badgr().signUps().complete(open, profile(app.currentTerms()), newClient()), Reason.NOT_PROVEN);
        app.passes(Duration.ofMinutes(1));
        done(badgr().signUps().resend(open, newClient()));
        assertUnusable(badgr().signUps().complete(open, profile(app.currentTerms()), newClient()), Reason.REPLACED);
        ChallengeId unknown = ChallengeId.random(Some.random());
        assertUnusable(badgr().signUps().complete(unknown, profile(app.currentTerms()), newClient()), Reason.UNKNOWN);
        assertThat(badgr().accounts().findByEmail(mia)).isEmpty();
    }

    @Test
    void whoHasNoSocialAccountNeedsAPassword() {
        ChallengeId proof = app.proven(mia);
        assertInvalid(
                badgr().signUps().complete(proof, Forms.socialProfile(app.currentTerms()), newClient()),
                "password: required");
    }

    @Test
    void aMailThatIsNotTakenIsToldAndCanBeAskedForAgain() {
        app.mailServerFails();
        assertRefused(badgr().signUps().begin(email(mia), newClient()), new Refusal.MailNotSent());
        app.mailServerIsBack();
        app.passes(Duration.ofMinutes(1));
        app.personWithAccount(mia);
    }

    @Test
    void whatIsNoAddressIsRefusedBeforeAnythingHappens() {
        for (String typed : List.of(
                "mia",
                "Mia <mia@school.edu>",
                "\"mia\"@school.edu",
                "mia(home)@school.edu",
                "mia@(home)school.edu",
                "mia@[127.0.0.1]",
                "mia@127.0.0.1",
                "m@school",
                "mia@school.edu.",
                "mia@eve@school.edu")) {
            assertInvalid(badgr().signUps().begin(new EmailForm(typed), newClient()), "email: email.format");
        }
        assertInvalid(badgr().signUps().begin(new EmailForm("josé@school.edu"), newClient()), "email: email.non-ascii");
        assertInvalid(badgr().signUps().begin(new EmailForm(null), newClient()), "email: required");
    }
}
