package dev.badgr.contract;

import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.assertTryLater;
import static dev.badgr.fixture.Outcomes.assertUnusable;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Changed;
import dev.badgr.CodeSent;
import dev.badgr.Erased;
import dev.badgr.ErasurePreview;
import dev.badgr.Refusal;
import dev.badgr.Refusal.CodeUnusable.Reason;
import dev.badgr.Result;
import dev.badgr.Shared;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.award.AwardId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.Mail;
import dev.badgr.terms.TermsConsent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Erasing an account: after a fresh proof, wholly, and without taking from the issuers what is theirs. */
public abstract class ErasureContract extends VerbContract {
    private final EmailAddress second = Some.address();
    private final ExternalIdentity social = Some.identity();
    private Person mia;

    @BeforeEach
    void miaHasALifeHere() {
        mia = app.withAddress(app.personWithAccount(), second);
        Changed linked = done(badgr().accounts().link(mia.session(), social, mia.client()));
        mia = mia.after(linked);
        badgr().consents().setEmailUpdates(mia.id(), true);
        app.passes(Duration.ofMinutes(1));
    }

    @Test
    void aPreviewSaysWhatGoesAndWhatStaysAndChangesNothing() {
        AwardId award = app.awarded(second);
        app.awarded(mia.email());
        done(badgr().awards().revoke(app.awarded(second), "Mistake."));
        done(badgr().sharing().create(mia.id(), award, Optional.empty()));
        ErasurePreview preview = done(badgr().erasures().preview(mia.session()));
        ErasurePreview.Goes goes = preview.goes();
        assertThat(goes.name().full()).isEqualTo("Mia Müller");
        assertThat(goes.emails()).extracting(VerifiedEmail::address).containsExactly(mia.email(), second);
        assertThat(goes.password()).isTrue();
        assertThat(goes.identities()).containsExactly(social);
        assertThat(goes.preferences()).isEqualTo(mia.account().preferences());
        assertThat(goes.shareLinks()).isEqualTo(1);
        assertThat(goes.marketingChoices()).isEqualTo(1);
        assertThat(goes.pending()).isPositive();
        assertThat(preview.stays()).isEqualTo(new ErasurePreview.Stays(3, 1));
        assertThat(done(badgr().erasures().preview(mia.session()))).isEqualTo(preview);
        done(badgr().signIns().check(mia.session()));
    }

    @Test
    void anErasedAccountIsGoneFromEveryWayIn() {
        Erased erased = erased(mia);
        assertThat(erased.at()).isEqualTo(app.now());
        assertThat(badgr().accounts().find(mia.id())).isEmpty();
        assertThat(badgr().accounts().findByEmail(second)).isEmpty();
        assertRefused(badgr().signIns().check(mia.session()), new Refusal.SessionEnded());
        assertRefused(
                badgr().signIns().withPassword(signIn(mia.email(), PASSWORD), mia.client()),
                new Refusal.SignInRefused());
        assertThat(storage().stores().accounts().byIdentity(social)).isEmpty();
        assertThat(badgr().consents().agreed(mia.id())).isEmpty();
        assertThat(badgr().consents().emailUpdates(mia.id())).isEmpty();
    }

    @Test
    void itsLinksShowNothingAndItsCodesProveNothing() {
        AwardId award = app.awarded(second);
        Shared shared = done(badgr().sharing().create(mia.id(), award, Optional.empty()));
        ChallengeId recovery =
                done(badgr().recoveries().begin(email(second), mia.client())).challenge();
        String code = app.codeTo(second);
        erased(mia);
        assertThat(badgr().sharing().view(shared.token().value())).isEmpty();
        assertThat(badgr().sharing().list(mia.id())).isEmpty();
        assertUnusable(badgr().recoveries().confirm(recovery, code(code), mia.client()), Reason.UNKNOWN);
    }

    @Test
    void theFreedAddressesShowTheirBadgesOnWhicheverAccountProvesThem() {
        AwardId first = app.awarded(mia.email());
        AwardId seconds = app.awarded(second);
        erased(mia);
        app.passes(Duration.ofMinutes(1));
        Person again = app.personWithAccount(mia.email());
        assertThat(again.id()).isNotEqualTo(mia.id());
        assertThat(app.backpack(again)).containsExactly(first);
        Person other = app.withAddress(app.personWithAccount(), second);
        assertThat(app.backpack(other)).containsExactly(seconds);
        done(badgr().accounts().link(other.session(), social, other.client()));
    }

    @Test
    void eachAddressGetsOneLastMailAndNoOther() {
        TestApp longAgo = TestApp.at(Times.earlierThanEver(), storage(), builder -> {});
        app = longAgo;
        mia = app.withAddress(app.personWithAccount(), Some.address());
        app.awarded(mia.email());
        app.passes(Duration.ofMinutes(1));
        EmailAddress other = mia.account().emails().get(1).address();
        List<Mail> before = app.mailsTo(other);
        ChallengeId proof = proven(mia);
        Erased erased = done(badgr().erasures().erase(mia.session(), proof, mia.client()));
        badgr().notices().deliver(100);
        Mail last = app.lastMailTo(mia.email());
        assertThat(last.kind()).isEqualTo(Mail.Kind.ACCOUNT_ERASED);
        assertThat(last.text()).contains(erased.receipt().toString()).doesNotContain("Müller");
        assertThat(app.mailsTo(mia.email())).extracting(Mail::kind).doesNotContain(Mail.Kind.SECURITY);
        assertThat(app.mailsTo(other)).hasSize(before.size() + 1);
        assertThat(storage().stores().notices().undelivered(app.now(), 1000))
                .noneMatch(
                        notice -> notice.to().equals(mia.email()) || notice.to().equals(other));
    }

    @Test
    void whatWasAgreedToIsKeptUnderTheReceiptWithoutThePerson() {
        List<TermsConsent> agreed = badgr().consents().agreed(mia.id());
        assertThat(agreed).hasSize(1);
        Erased erased = erased(mia);
        TermsConsent was = agreed.get(0);
        assertThat(badgr().erasures().formerConsents(erased.receipt()))
                .containsExactly(new TermsConsent(
                        was.version(), was.sha256(), was.agreedAt(), was.locale(), was.wayIn(), Optional.empty()));
        assertThat(badgr().erasures().formerConsents(UUID.randomUUID())).isEmpty();
    }

    @Test
    void itNeedsANewSignInAndACodeToThePrimaryAddress() {
        app.passes(Duration.ofMinutes(6));
        assertRefused(badgr().erasures().begin(mia.session(), mia.client()), new Refusal.SignInTooOld());
        mia = app.signedInAgain(mia, PASSWORD);
        CodeSent sent = begun(mia);
        assertThat(sent.sentTo()).isEqualTo(mia.email().masked());
        assertThat(app.lastMailTo(mia.email()).kind()).isEqualTo(Mail.Kind.ERASE_CODE);
        assertUnusable(erase(mia, sent.challenge()), Reason.NOT_PROVEN);
        assertRefused(confirm(mia, sent.challenge(), app.wrongCodeTo(mia.email())), new Refusal.WrongCode(4));
        ChallengeId proof = done(confirm(mia, sent.challenge(), app.codeTo(mia.email())));
        assertThat(badgr().accounts().find(mia.id()))
                .as("a code erases nothing yet")
                .isPresent();
        app.passes(Duration.ofMinutes(6));
        assertRefused(erase(mia, proof), new Refusal.SignInTooOld());
        done(erase(app.signedInAgain(mia, PASSWORD), proof));
    }

    @Test
    void aSecondCallIsToldThatTheSessionHasEnded() {
        ChallengeId proof = proven(mia);
        done(erase(mia, proof));
        assertRefused(erase(mia, proof), new Refusal.SessionEnded());
        assertRefused(badgr().erasures().preview(mia.session()), new Refusal.SessionEnded());
        assertRefused(badgr().erasures().begin(mia.session(), mia.client()), new Refusal.SessionEnded());
        assertRefused(badgr().erasures().resend(mia.session(), proof, mia.client()), new Refusal.SessionEnded());
        assertRefused(confirm(mia, proof, "123456"), new Refusal.SessionEnded());
    }

    @Test
    void aProofByAnotherPersonOrForAnotherPurposeErasesNothing() {
        Person eve = app.personWithAccount();
        app.passes(Duration.ofMinutes(1));
        ChallengeId eves = proven(eve);
        assertUnusable(erase(mia, eves), Reason.UNKNOWN);
        ChallengeId signUp = app.proven(Some.address());
        assertUnusable(erase(mia, signUp), Reason.UNKNOWN);
        CodeSent mias = begun(mia);
        assertUnusable(confirm(eve, mias.challenge(), app.codeTo(mia.email())), Reason.UNKNOWN);
        assertUnusable(badgr().erasures().resend(eve.session(), mias.challenge(), eve.client()), Reason.UNKNOWN);
        assertThat(badgr().accounts().find(mia.id())).isPresent();
    }

    @Test
    void aProofByAnAddressThatIsNoLongerThePrimaryOneErasesNothing() {
        ChallengeId proof = proven(mia);
        mia = mia.after(done(badgr().emails().makePrimary(mia.session(), email(second), mia.client())));
        assertUnusable(erase(mia, proof), Reason.UNKNOWN);
        assertThat(badgr().accounts().find(mia.id())).isPresent();
    }

    @Test
    void anotherCodeGoesToWhatIsThePrimaryAddressNow() {
        ChallengeId first = begun(mia).challenge();
        assertTryLater(badgr().erasures().resend(mia.session(), first, mia.client()));
        mia = mia.after(done(badgr().emails().makePrimary(mia.session(), email(second), mia.client())));
        app.passes(Duration.ofMinutes(1));
        CodeSent again = done(badgr().erasures().resend(mia.session(), first, mia.client()));
        assertThat(again.sentTo()).isEqualTo(second.masked());
        assertUnusable(confirm(mia, first, "123456"), Reason.REPLACED);
        done(erase(mia, done(confirm(mia, again.challenge(), app.codeTo(second)))));
    }

    @Test
    void erasingGivesNoMailsBack() {
        erased(mia);
        assertTryLater(badgr().signUps().begin(email(mia.email()), TestApp.newClient()));
    }

    private CodeSent begun(Person person) {
        return done(badgr().erasures().begin(person.session(), person.client()));
    }

    private ChallengeId proven(Person person) {
        return done(confirm(person, begun(person).challenge(), app.codeTo(person.email())));
    }

    private Erased erased(Person person) {
        return done(erase(person, proven(person)));
    }

    private Result<ChallengeId> confirm(Person person, ChallengeId challenge, String typed) {
        return badgr().erasures().confirm(person.session(), challenge, code(typed), person.client());
    }

    private Result<Erased> erase(Person person, ChallengeId proof) {
        return badgr().erasures().erase(person.session(), proof, person.client());
    }
}
