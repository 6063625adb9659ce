package dev.badgr.contract;

import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.assertUnusable;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.Outcomes.refusal;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.CodeSent;
import dev.badgr.CollectionForm;
import dev.badgr.MergeConflict;
import dev.badgr.MergePreview;
import dev.badgr.MergePreview.ComingEmail;
import dev.badgr.PreferencesForm;
import dev.badgr.ProfileForm;
import dev.badgr.Refusal;
import dev.badgr.Refusal.CodeUnusable.Reason;
import dev.badgr.Result;
import dev.badgr.account.Account;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Announcements;
import dev.badgr.fixture.Forms;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.port.Mail;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told before two accounts are merged: to the person what would come of it, and to nobody else anything. */
public abstract class MergePreviewContract extends MergesContractBase {
    private final EmailAddress work = Some.address();
    private final EmailAddress school = Some.address();

    @Test
    void thePreviewSaysWhatWouldCome() {
        EmailAddress alumni = Some.address();
        Person mia = app.personWithAccount(work);
        Person old = app.withAddress(app.personWithAccount(school), alumni);
        ExternalIdentity social = Some.identity();
        old = old.after(done(badgr().accounts().link(old.session(), social, old.client())));
        app.awarded(school);
        var award = app.awarded(school);
        done(badgr().sharing().create(old.id(), award, Optional.empty()));
        done(badgr().collections().create(old.id(), new CollectionForm("Best of", "")));
        MergePreview preview = preview(mia);
        assertThat(preview.emails())
                .containsExactly(
                        new ComingEmail(old.account().emails().get(0), 2),
                        new ComingEmail(old.account().emails().get(1), 0));
        assertThat(preview.badges()).isEqualTo(2);
        assertThat(preview.identities()).containsExactly(social);
        assertThat(preview.shareLinks()).isEqualTo(1);
        assertThat(preview.collections()).hasSize(1);
        assertThat(preview.termsConsents()).isEqualTo(1);
        assertThat(preview.conflicts()).containsExactly(new MergeConflict.OtherPassword());
        assertThat(preview.isPossible()).isTrue();
        assertThat(now(old)).isEqualTo(old.account());
        assertThat(now(mia)).isEqualTo(mia.account());
    }

    @Test
    void thePreviewSaysWhereTheTwoDiffer() {
        Person mia = app.personWithAccount(work);
        Person old = personNamed("Maria", school);
        badgr().consents().setEmailUpdates(old.id(), true);
        done(badgr().accounts().setPreferences(old.session(), new PreferencesForm("fr-CA", "Europe/Paris")));
        Account other = now(old);
        MergePreview preview = preview(mia);
        assertThat(preview.conflicts())
                .containsExactly(
                        new MergeConflict.OtherName(mia.account().name(), other.name()),
                        new MergeConflict.OtherPassword(),
                        new MergeConflict.OtherEmailUpdates(false),
                        new MergeConflict.OtherPreferences(mia.account().preferences(), other.preferences()));
        assertThat(preview.isPossible()).isTrue();
        ChallengeId proof = proven(mia, school);
        Account together = done(merge(mia, proof)).account();
        assertThat(together.name()).isEqualTo(mia.account().name());
        assertThat(together.preferences()).isEqualTo(mia.account().preferences());
        assertThat(badgr().consents().wantsEmailUpdates(mia.id())).isFalse();
    }

    @Test
    void tooManyAddressesStandAgainstIt() {
        Person mia = app.personWithAccount(work);
        Person old = app.personWithAccount(school);
        for (int i = 0; i < 9; i++) {
            old = app.withAddress(old, Some.address());
        }
        MergePreview preview = preview(mia);
        assertThat(preview.isPossible()).isFalse();
        MergeConflict conflict = preview.conflicts().get(0);
        assertThat(conflict).isEqualTo(new MergeConflict.TooManyEmails(11, 10));
        assertThat(conflict.message(Locale.ENGLISH)).contains("11 addresses").contains("may have 10");
    }

    @Test
    void thereIsNoPreviewWithoutTheProof() {
        Person mia = app.personWithAccount(work);
        app.personWithAccount(school);
        ChallengeId challenge = asked(mia, school);
        assertUnusable(badgr().merges().preview(mia.session(), challenge), Reason.NOT_PROVEN);
        done(badgr().merges().confirm(mia.session(), challenge, code(app.codeTo(school)), mia.client()));
        done(badgr().merges().preview(mia.session(), challenge));
        var merged = done(merge(mia, challenge));
        assertUnusable(badgr().merges().preview(merged.session(), challenge), Reason.USED);
    }

    @Test
    void theAskerLearnsNothingOfAnAddressWithoutAnotherAccount() {
        Person mia = app.personWithAccount(work);
        app.personWithAccount(school);
        EmailAddress nobodys = Some.address();
        EmailAddress disabled = Some.address();
        disable(app.personWithAccount(disabled));
        app.passes(Duration.ofMinutes(1));
        CodeSent real = begun(mia, school);
        for (EmailAddress address : new EmailAddress[] {nobodys, work, disabled}) {
            CodeSent decoy = begun(mia, address);
            assertThat(decoy.expiresAt()).isEqualTo(real.expiresAt());
            assertThat(decoy.resendAt()).isEqualTo(real.resendAt());
            assertThat(app.lastMailTo(address).kind()).isEqualTo(Mail.Kind.MERGE_NO_ACCOUNT);
            assertThat(app.lastMailTo(address).values()).doesNotContainKeys("code", "link");
            assertThat(guessed(mia, decoy)).isEqualTo(new Refusal.WrongCode(4));
        }
        assertThat(app.lastMailTo(school).kind()).isEqualTo(Mail.Kind.MERGE_CODE);
        Result<ChallengeId> guess =
                badgr().merges().confirm(mia.session(), real.challenge(), code(app.wrongCodeTo(school)), newClient());
        assertThat(refusal(guess)).isEqualTo(new Refusal.WrongCode(4));
    }

    @Test
    void anAccountThatWasDisabledSinceIsNotMerged() {
        Person mia = app.personWithAccount(work);
        Person old = app.personWithAccount(school);
        ChallengeId proof = proven(mia, school);
        disable(old);
        assertUnusable(badgr().merges().preview(mia.session(), proof), Reason.UNKNOWN);
        assertUnusable(merge(mia, proof), Reason.UNKNOWN);
        assertThat(now(mia)).isEqualTo(mia.account());
    }

    private MergePreview preview(Person survivor) {
        return done(badgr().merges().preview(survivor.session(), proven(survivor, school)));
    }

    private CodeSent begun(Person survivor, EmailAddress address) {
        return done(badgr().merges().begin(survivor.session(), email(address), survivor.client()));
    }

    private Refusal guessed(Person survivor, CodeSent sent) {
        return refusal(badgr().merges().confirm(survivor.session(), sent.challenge(), code("123456"), newClient()));
    }

    private void disable(Person person) {
        Account disabled = person.account().disabledSince(Optional.of(app.now()));
        storage().stores().accounts().replace(person.account(), disabled, Announcements.anAnnouncement());
    }

    private Person personNamed(String firstName, EmailAddress address) {
        ProfileForm profile =
                new ProfileForm(firstName, "Müller", Forms.PASSWORD, Forms.PASSWORD, app.currentTerms(), true, false);
        var client = newClient();
        var welcome = done(badgr().signUps().complete(app.proven(address), profile, client));
        return new Person(welcome.account(), welcome.session(), client);
    }
}
