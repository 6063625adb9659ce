package dev.badgr.contract;

import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.OidcClaims;
import dev.badgr.Refusal;
import dev.badgr.Rule;
import dev.badgr.SignedIn;
import dev.badgr.account.Advice;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.MailProviders;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A school's address may be gone one day: what a person is told before, and what still works after. */
public abstract class AdviceContract extends VerbContract {
    private final Advice personal = new Advice.PersonalAddress("school.edu");
    private final Advice another = new Advice.AnotherAddress();
    private final EmailAddress home = EmailAddress.parse("mia-" + Some.word() + "@gmail.com");
    private final ExternalIdentity social = Some.identity();

    @Test
    void whoHasOnlyHerSchoolsAddressesIsToldToAddOneOfHerOwn() {
        Person mia = app.personWithAccount();
        assertThat(advice(mia)).containsExactly(personal);
        mia = app.withAddress(mia, EmailAddress.parse("mia-" + Some.word() + "@students.school.edu"));
        assertThat(advice(mia)).containsExactly(personal);
        mia = app.withAddress(mia, home);
        assertThat(advice(mia)).isEmpty();
    }

    @Test
    void whoHasOnlyOneAddressOfHerOwnIsToldToAddAnother() {
        Person mia = app.personWithAccount(home);
        assertThat(advice(mia)).containsExactly(another);
        assertThat(advice(app.withAddress(mia, Some.address()))).isEmpty();
    }

    @Test
    void aHostSaysWhereElseAnybodyCanHaveAnAddress() {
        app = TestApp.on(
                storage(),
                builder -> builder.mailProviders(MailProviders.standard().with("school.edu")));
        Person mia = app.personWithAccount();
        assertThat(advice(mia)).containsExactly(another);
        assertThat(advice(app.withAddress(mia, Some.address()))).isEmpty();
    }

    @Test
    void whoHasOneSocialAccountAsHerOnlyWayInIsToldToMakeAnother() {
        Person mia = app.withAddress(app.personWithOnly(social), home);
        assertThat(advice(mia)).containsExactly(new Advice.AnotherWayIn(social.issuer()));
        Person linked = mia.after(done(badgr().accounts().link(mia.session(), Some.identity(), mia.client())));
        assertThat(advice(linked)).isEmpty();
    }

    @Test
    void aPasswordIsAnotherWayInToo() {
        Person mia = app.withAddress(app.personWithOnly(social), home);
        Person changed =
                mia.after(done(badgr().accounts().changePassword(mia.session(), newPassword(PASSWORD), mia.client())));
        assertThat(advice(changed)).isEmpty();
    }

    @Test
    void removingAnAddressWarnsOfWhatIsLeft() {
        Person mia = app.withAddress(app.withAddress(app.personWithAccount(), Some.address()), home);
        assertThat(afterRemoving(mia, home)).containsExactly(personal);
        EmailAddress second = mia.account().emails().get(1).address();
        assertThat(afterRemoving(mia, second)).isEmpty();
        Person atHome = mia.after(done(badgr().emails().makePrimary(mia.session(), email(home), mia.client())));
        atHome = atHome.after(done(badgr().emails().remove(atHome.session(), email(second), mia.client())));
        assertThat(afterRemoving(atHome, mia.email())).containsExactly(another);
    }

    @Test
    void unlinkingASocialAccountWarnsOfWhatIsLeft() {
        ExternalIdentity second = Some.identity();
        Person only = app.withAddress(app.personWithOnly(social), home);
        assertNotPossible(badgr().accounts().previewUnlinking(only.session(), social), Rule.LAST_WAY_IN);
        Person mia = only.after(done(badgr().accounts().link(only.session(), second, only.client())));
        assertThat(done(badgr().accounts().previewUnlinking(mia.session(), second)))
                .containsExactly(new Advice.AnotherWayIn(social.issuer()));
        assertThat(done(badgr().signIns().check(mia.session())).identities()).containsExactly(social, second);
        assertNotPossible(badgr().accounts().previewUnlinking(mia.session(), Some.identity()), Rule.NOT_ITS_IDENTITY);
        assertRefused(badgr().accounts().previewUnlinking(only.session(), second), new Refusal.SessionEnded());
        assertRefused(badgr().accounts().advice(only.session()), new Refusal.SessionEnded());
    }

    @Test
    void aLinkedSocialAccountIsAWayInWhenTheSchoolsAddressIsDead() {
        Person mia = app.personWithAccount();
        mia = mia.after(done(badgr().accounts().link(mia.session(), social, mia.client())));
        app.mailServerFails();
        app.passes(Duration.ofDays(1000));
        for (OidcClaims claims : List.of(
                new OidcClaims(social, mia.email().text(), false),
                new OidcClaims(social, null, false),
                new OidcClaims(social, home.text(), true))) {
            SignedIn signedIn = (SignedIn) done(badgr().signIns().withIdentity(claims, newClient()));
            assertThat(signedIn.account().id()).isEqualTo(mia.id());
        }
        app.mailServerIsBack();
        SignedIn back =
                (SignedIn) done(badgr().signIns().withIdentity(new OidcClaims(social, null, false), mia.client()));
        Person again = app.withAddress(new Person(back.account(), back.session(), mia.client()), home);
        assertThat(advice(again)).as("and an address of her own is added then").isEmpty();
    }

    private List<Advice> advice(Person person) {
        return done(badgr().accounts().advice(person.session()));
    }

    private List<Advice> afterRemoving(Person person, EmailAddress address) {
        return done(badgr().emails().previewRemoval(person.session(), email(address)))
                .advice();
    }
}
