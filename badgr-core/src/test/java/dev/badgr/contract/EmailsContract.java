package dev.badgr.contract;

import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.assertInvalid;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.assertTryLater;
import static dev.badgr.fixture.Outcomes.assertUnusable;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Changed;
import dev.badgr.CodeSent;
import dev.badgr.EmailAdded;
import dev.badgr.EmailForm;
import dev.badgr.Refusal;
import dev.badgr.Refusal.CodeUnusable.Reason;
import dev.badgr.Removal;
import dev.badgr.Result;
import dev.badgr.Rule;
import dev.badgr.account.Account;
import dev.badgr.award.AwardId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.port.Mail;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The verified addresses of an account, and the badges that come and go with them. */
public abstract class EmailsContract extends VerbContract {
    private final EmailAddress second = Some.address();
    private Person mia;

    @BeforeEach
    void miaHasAnAccount() {
        mia = app.personWithAccount();
    }

    @Test
    void anAddressIsAddedByItsCodeAndItsBadgesAppear() {
        AwardId waiting = app.awarded(second);
        assertThat(app.backpack(mia)).isEmpty();
        CodeSent sent = done(badgr().emails().add(mia.session(), email(second), mia.client()));
        assertThat(app.lastMailTo(second).kind()).isEqualTo(Mail.Kind.ADD_EMAIL_CODE);
        EmailAdded added = done(confirm(sent.challenge(), app.codeTo(second)));
        assertThat(added.email()).isEqualTo(second);
        Account account = badgr().accounts().find(mia.id()).orElseThrow();
        assertThat(account.emails()).extracting(VerifiedEmail::address).containsExactly(mia.email(), second);
        assertThat(account.primaryEmail().address()).isEqualTo(mia.email());
        assertThat(done(badgr().emails().list(added.session()))).isEqualTo(account.emails());
        assertThat(app.backpack(mia)).containsExactly(waiting);
    }

    @Test
    void addingEndsAllOtherSessions() {
        Person elsewhere = app.signedInAgain(mia, PASSWORD);
        Person here = app.withAddress(mia, second);
        assertRefused(badgr().emails().list(elsewhere.session()), new Refusal.SessionEnded());
        assertRefused(badgr().emails().list(mia.session()), new Refusal.SessionEnded());
        done(badgr().emails().list(here.session()));
    }

    @Test
    void aRemovedAddressTakesItsBadgesAlongAndBringsThemBack() {
        mia = app.withAddress(mia, second);
        AwardId primarys = app.awarded(mia.email());
        AwardId seconds = app.awarded(second);
        Removal preview = done(badgr().emails().previewRemoval(mia.session(), email(second)));
        assertThat(preview.badgesLeaving()).isEqualTo(1);
        assertThat(preview.email().address()).isEqualTo(second);
        assertThat(app.backpack(mia)).containsExactlyInAnyOrder(primarys, seconds);

        mia = mia.after(done(badgr().emails().remove(mia.session(), email(second), mia.client())));
        assertThat(app.backpack(mia)).containsExactly(primarys);
        app.passes(Duration.ofMinutes(1));
        mia = app.withAddress(mia, second);
        assertThat(app.backpack(mia)).containsExactlyInAnyOrder(primarys, seconds);
    }

    @Test
    void theBadgesOfARemovedAddressComeToWhoeverProvesItThen() {
        mia = app.withAddress(mia, second);
        AwardId award = app.awarded(second);
        mia = mia.after(done(badgr().emails().remove(mia.session(), email(second), mia.client())));
        app.passes(Duration.ofMinutes(1));
        Person eve = app.personWithAccount(second);
        assertThat(app.backpack(eve)).containsExactly(award);
        assertThat(app.backpack(mia)).isEmpty();
    }

    @Test
    void anAddressOfAnotherAccountGetsAMailThatSaysSoAndTheAskerLearnsNothing() {
        Person owner = app.personWithAccount();
        app.passes(Duration.ofMinutes(1));
        CodeSent taken = done(badgr().emails().add(mia.session(), email(owner.email()), mia.client()));
        CodeSent free = done(badgr().emails().add(mia.session(), email(second), mia.client()));
        assertThat(taken).usingRecursiveComparison().ignoringFields("challenge").isEqualTo(free);
        assertThat(app.lastMailTo(owner.email()).kind()).isEqualTo(Mail.Kind.ADD_EMAIL_TAKEN);
        assertRefused(confirm(taken.challenge(), "123456"), new Refusal.WrongCode(4));
    }

    @Test
    void whoProvesAnAddressThatWasVerifiedElsewhereMeanwhileIsTold() {
        ChallengeId challenge = app.asksToAdd(mia, second);
        String code = app.codeTo(second);
        app.passes(Duration.ofMinutes(1));
        Person owner = app.personWithAccount(second);
        assertNotPossible(confirm(challenge, code), Rule.EMAIL_TAKEN);
        assertUnusable(confirm(challenge, code), Reason.USED);
        assertThat(badgr().accounts().findByEmail(second)).contains(owner.account());
        done(badgr().emails().list(mia.session()));
    }

    @Test
    void anAccountHasTenAddressesAtMost() {
        EmailAddress tooMany = Some.address();
        ChallengeId early = app.asksToAdd(mia, tooMany);
        for (EmailAddress more :
                IntStream.range(0, 9).mapToObj(i -> Some.address()).toList()) {
            mia = app.withAddress(mia, more);
        }
        assertNotPossible(badgr().emails().add(mia.session(), email(second), mia.client()), Rule.TOO_MANY_EMAILS);
        assertNotPossible(confirm(early, app.codeTo(tooMany)), Rule.TOO_MANY_EMAILS);
        assertThat(done(badgr().emails().list(mia.session()))).hasSize(10);
    }

    @Test
    void anotherAddressCanBeThePrimaryOne() {
        EmailAddress first = mia.email();
        mia = app.withAddress(mia, second);
        Person elsewhere = mia;
        mia = mia.after(done(badgr().emails().makePrimary(mia.session(), email(second), mia.client())));
        assertThat(mia.email()).isEqualTo(second);
        assertRefused(badgr().emails().list(elsewhere.session()), new Refusal.SessionEnded());
        Changed same = done(badgr().emails().makePrimary(mia.session(), email(second), mia.client()));
        assertThat(same.session()).as("nothing changed").isEqualTo(mia.session());
        mia = mia.after(done(badgr().emails().remove(mia.session(), email(first), mia.client())));
        assertThat(mia.account().emails()).extracting(VerifiedEmail::address).containsExactly(second);
    }

    @Test
    void theLastAndThePrimaryAddressAreNotRemoved() {
        assertNotPossible(remove(mia.email()), Rule.LAST_EMAIL);
        assertNotPossible(badgr().emails().previewRemoval(mia.session(), email(mia.email())), Rule.LAST_EMAIL);
        mia = app.withAddress(mia, second);
        assertNotPossible(remove(mia.email()), Rule.PRIMARY_EMAIL);
        assertNotPossible(badgr().emails().previewRemoval(mia.session(), email(mia.email())), Rule.PRIMARY_EMAIL);
    }

    @Test
    void anAddressOfNobodyOrOfOnesOwnIsToldApart() {
        assertNotPossible(remove(second), Rule.NOT_ITS_EMAIL);
        assertNotPossible(badgr().emails().makePrimary(mia.session(), email(second), mia.client()), Rule.NOT_ITS_EMAIL);
        assertNotPossible(badgr().emails().previewRemoval(mia.session(), email(second)), Rule.NOT_ITS_EMAIL);
        assertNotPossible(
                badgr().emails().add(mia.session(), email(mia.email()), mia.client()), Rule.EMAIL_ALREADY_YOURS);
    }

    @Test
    void changesNeedASignInOfTheLastFiveMinutes() {
        mia = app.signedInAgain(app.withAddress(mia, second), PASSWORD);
        ChallengeId challenge = app.asksToAdd(mia, Some.address());
        EmailAddress third = Some.address();
        ChallengeId intime = app.asksToAdd(mia, third);
        app.passes(Duration.ofMinutes(5));
        done(badgr().emails().add(mia.session(), email(Some.address()), mia.client()));
        app.passes(Duration.ofMillis(1));
        for (Result<?> refused : List.of(
                badgr().emails().add(mia.session(), email(Some.address()), mia.client()),
                confirm(challenge, "123456"),
                badgr().emails().makePrimary(mia.session(), email(second), mia.client()),
                remove(second))) {
            assertRefused(refused, new Refusal.SignInTooOld());
        }
        done(badgr().emails().list(mia.session()));
        done(badgr().emails().previewRemoval(mia.session(), email(second)));
        mia = app.signedInAgain(mia, PASSWORD);
        done(confirm(intime, app.codeTo(third)));
    }

    @Test
    void aSessionThatHasEndedChangesNothing() {
        ChallengeId challenge = app.asksToAdd(mia, second);
        Person after = app.withAddress(mia, Some.address());
        for (Result<?> refused : List.of(
                badgr().emails().list(mia.session()),
                badgr().emails().add(mia.session(), email(Some.address()), mia.client()),
                badgr().emails().resend(mia.session(), challenge, mia.client()),
                badgr().emails().makePrimary(mia.session(), email(second), mia.client()),
                badgr().emails().previewRemoval(mia.session(), email(second)),
                remove(second),
                confirm(challenge, app.codeTo(second)))) {
            assertRefused(refused, new Refusal.SessionEnded());
        }
        assertThat(done(badgr().emails().list(after.session()))).hasSize(2);
        assertThat(badgr().accounts().findByEmail(second)).isEmpty();
    }

    @Test
    void theCodeOfAnAddressHasTheSameLifeAsOthers() {
        ChallengeId first = app.asksToAdd(mia, second);
        assertRefused(confirm(first, app.wrongCodeTo(second)), new Refusal.WrongCode(4));
        assertInvalid(confirm(first, "12"), "code: code.format");
        assertTryLater(badgr().emails().resend(mia.session(), first, mia.client()));
        app.passes(Duration.ofMinutes(1));
        ChallengeId next = done(badgr().emails().resend(mia.session(), first, mia.client()))
                .challenge();
        assertUnusable(confirm(first, app.codeTo(second)), Reason.REPLACED);
        mia = mia.after(done(confirm(next, app.codeTo(second))), app);
        assertUnusable(confirm(next, app.codeTo(second)), Reason.USED);
        assertUnusable(badgr().emails().resend(mia.session(), next, mia.client()), Reason.USED);
    }

    @Test
    void whatIsNoAddressAndAMailThatIsNotTakenAreTold() {
        assertInvalid(badgr().emails().add(mia.session(), new EmailForm("x"), mia.client()), "email: email.format");
        assertInvalid(badgr().emails().remove(mia.session(), new EmailForm(null), mia.client()), "email: required");
        app.mailServerFails();
        assertRefused(badgr().emails().add(mia.session(), email(second), mia.client()), new Refusal.MailNotSent());
    }

    private Result<EmailAdded> confirm(ChallengeId challenge, String typed) {
        return badgr().emails().confirm(mia.session(), challenge, code(typed), mia.client());
    }

    private Result<Changed> remove(EmailAddress address) {
        return badgr().emails().remove(mia.session(), email(address), mia.client());
    }
}
