package dev.badgr.contract;

import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.profile;
import static dev.badgr.fixture.Forms.socialProfile;
import static dev.badgr.fixture.Outcomes.assertInvalid;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.assertTryLater;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.SCHOOL;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.CodeSent;
import dev.badgr.EmailProven;
import dev.badgr.IdentityOutcome;
import dev.badgr.OidcClaims;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.Rule;
import dev.badgr.SignedIn;
import dev.badgr.SocialProfileForm;
import dev.badgr.TrustedIssuers;
import dev.badgr.Welcome;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.port.Mail;
import dev.badgr.terms.TermsConsent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Signing up and in with a social account that the host's OIDC client has validated. */
public abstract class SocialSignUpContract extends VerbContract {
    private static final String STRANGER = "https://login.elsewhere.example";

    private final EmailAddress mia = Some.address();
    private final ExternalIdentity school = new ExternalIdentity(SCHOOL, Some.word());
    private final ExternalIdentity stranger = new ExternalIdentity(STRANGER, Some.word());

    @Test
    void whomATrustedIssuerVouchesForNeedsNoCodeButMustAgreeToTheTerms() {
        EmailProven proven = (EmailProven) done(signIn(school, mia, true));
        assertThat(app.mailsTo(mia)).isEmpty();
        assertThat(proven.email()).isEqualTo(mia);
        var unticked = new SocialProfileForm("Mia", "Müller", app.currentTerms(), false, false);
        assertInvalid(
                badgr().signUps().complete(proven.challenge(), unticked, newClient()), "termsAccepted: terms.required");
        Welcome welcome =
                done(badgr().signUps().complete(proven.challenge(), socialProfile(app.currentTerms()), newClient()));
        assertThat(welcome.account().identities()).containsExactly(school);
        assertThat(welcome.account().password()).isEmpty();
        assertThat(welcome.account().primaryEmail().address()).isEqualTo(mia);
        assertThat(badgr().consents().agreed(welcome.account().id()))
                .singleElement()
                .extracting(TermsConsent::wayIn)
                .isEqualTo(TermsConsent.WayIn.SOCIAL);
    }

    @Test
    void withoutTheIssuersWordACodeIsSent() {
        for (boolean verified : new boolean[] {false, true}) {
            ExternalIdentity identity = verified ? stranger : school;
            EmailAddress address = Some.address();
            CodeSent sent = (CodeSent) done(signIn(identity, address, verified));
            done(badgr().signUps().confirm(sent.challenge(), code(app.codeTo(address)), newClient()));
            Welcome welcome =
                    done(badgr().signUps().complete(sent.challenge(), socialProfile(app.currentTerms()), newClient()));
            assertThat(welcome.account().identities()).containsExactly(identity);
        }
    }

    @Test
    void anIssuerVouchesForItsOwnDomainsOnly() {
        EmailAddress elsewhere = EmailAddress.parse("mia-" + Some.word() + "@other.example");
        assertThat(done(signIn(school, elsewhere, true))).isInstanceOf(CodeSent.class);
        EmailAddress below = EmailAddress.parse("mia-" + Some.word() + "@sub.school.edu");
        assertThat(done(signIn(school, below, true))).isInstanceOf(CodeSent.class);
        EmailAddress shouted = EmailAddress.parse("mia-" + Some.word() + "@SCHOOL.edu");
        assertThat(done(signIn(school, shouted, true))).isInstanceOf(EmailProven.class);
    }

    @Test
    void anIssuerThatIsTrustedForAllVouchesForEveryAddress() {
        app = TestApp.on(
                storage(),
                builder -> builder.trustedIssuers(TrustedIssuers.none().withAllDomains(STRANGER)));
        assertThat(done(signIn(stranger, EmailAddress.parse(Some.word() + "@any.example"), true)))
                .isInstanceOf(EmailProven.class);
        assertThat(done(signIn(stranger, Some.address(), false))).isInstanceOf(CodeSent.class);
        assertThat(done(signIn(school, Some.address(), true))).isInstanceOf(CodeSent.class);
    }

    @Test
    void theCodeCanBeSentAgainAndTheSocialAccountIsStillLinked() {
        CodeSent sent = (CodeSent) done(signIn(stranger, mia, false));
        app.passes(Duration.ofMinutes(1));
        ChallengeId again =
                done(badgr().signUps().resend(sent.challenge(), newClient())).challenge();
        done(badgr().signUps().confirm(again, code(app.codeTo(mia)), newClient()));
        Welcome welcome = done(badgr().signUps().complete(again, socialProfile(app.currentTerms()), newClient()));
        assertThat(welcome.account().identities()).containsExactly(stranger);
    }

    @Test
    void aPasswordCanBeSetAlongWithTheSocialAccount() {
        EmailProven proven = (EmailProven) done(signIn(school, mia, true));
        Welcome welcome =
                done(badgr().signUps().complete(proven.challenge(), profile(app.currentTerms()), newClient()));
        assertThat(welcome.account().password()).isPresent();
        assertThat(welcome.account().identities()).containsExactly(school);
    }

    @Test
    void aLinkedSocialAccountSignsInWhateverAddressItNames() {
        Person ada = app.personWithOnly(stranger);
        for (String claimed : new String[] {mia.text(), null, "nonsense"}) {
            IdentityOutcome outcome =
                    done(badgr().signIns().withIdentity(new OidcClaims(stranger, claimed, false), newClient()));
            assertThat(((SignedIn) outcome).account().id()).isEqualTo(ada.id());
        }
        assertThat(app.mailsTo(mia)).isEmpty();
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
        app.personWithOnly(stranger);
        var twin = new ExternalIdentity(SCHOOL, stranger.subject());
        assertThat(done(signIn(twin, mia, true))).isInstanceOf(EmailProven.class);
    }

    @Test
    void anAddressNeverSignsAnybodyIn() {
        Person ada = app.personWithAccount(mia);
        app.passes(Duration.ofMinutes(1));
        assertNotPossible(signIn(school, mia, true), Rule.LINK_NEEDS_SIGN_IN);
        CodeSent sent = (CodeSent) done(signIn(stranger, mia, true));
        assertThat(app.lastMailTo(mia).kind()).isEqualTo(Mail.Kind.SIGN_UP_HAS_ACCOUNT);
        assertRefused(
                badgr().signUps().confirm(sent.challenge(), code("123456"), newClient()), new Refusal.WrongCode(4));
        assertThat(badgr().accounts().find(ada.id()).orElseThrow().identities()).isEmpty();
    }

    @Test
    void aSocialAccountIsLinkedToOneAccount() {
        EmailProven first = (EmailProven) done(signIn(school, mia, true));
        EmailProven second = (EmailProven) done(signIn(school, Some.address(), true));
        done(badgr().signUps().complete(first.challenge(), socialProfile(app.currentTerms()), newClient()));
        assertNotPossible(
                badgr().signUps().complete(second.challenge(), socialProfile(app.currentTerms()), newClient()),
                Rule.IDENTITY_TAKEN);
    }

    @Test
    void anAddressThatGotAnAccountMeanwhileIsTaken() {
        EmailProven proven = (EmailProven) done(signIn(school, mia, true));
        app.personWithAccount(mia);
        assertNotPossible(
                badgr().signUps().complete(proven.challenge(), socialProfile(app.currentTerms()), newClient()),
                Rule.EMAIL_TAKEN);
    }

    @Test
    void withoutAUsableAddressThePersonIsAskedForOne() {
        assertInvalid(
                badgr().signIns().withIdentity(new OidcClaims(school, null, true), newClient()), "email: required");
        assertInvalid(
                badgr().signIns().withIdentity(new OidcClaims(school, "mia", true), newClient()),
                "email: email.format");
    }

    @Test
    void mailsForSocialAccountsHaveTheSameBudgets() {
        done(signIn(stranger, mia, false));
        assertTryLater(signIn(stranger, mia, false));
        assertTryLater(badgr().signUps().begin(email(mia), newClient()));
        app.mailServerFails();
        assertRefused(signIn(stranger, Some.address(), false), new Refusal.MailNotSent());
    }

    private Result<IdentityOutcome> signIn(ExternalIdentity identity, EmailAddress address, boolean verified) {
        return badgr().signIns().withIdentity(new OidcClaims(identity, address.text(), verified), newClient());
    }
}
