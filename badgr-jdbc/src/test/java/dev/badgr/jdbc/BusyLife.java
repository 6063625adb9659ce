package dev.badgr.jdbc;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Forms.profile;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.TestApp.newClient;

import dev.badgr.Badgr;
import dev.badgr.CollectionForm;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.Collection;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.CredentialFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.ScriptedVerifier;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.port.Storage;
import dev.badgr.terms.TermsVersion;
import dev.badgr.text.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Some people's lives with badgr: each kind of row is written, and most are changed. */
final class BusyLife {
    final TestApp app;
    final Badgr badgr;
    final EmailAddress second = Some.address();
    /** Has a password, two addresses, badges and shares, agreed to both Terms, and changed her mind about e-mail updates. */
    final Person mia;
    /** Has a password, a linked identity and a second address that Mia wants; somebody tries to sign in as her. */
    final Person zoe;
    /** Signs in by a social account only, and agreed to the second Terms. */
    final Person leo;
    /** Waits for its code. */
    final ChallengeId open;
    /** Used up. */
    final ChallengeId spent;
    /** Asks to add an address to Mia's account. */
    final ChallengeId adding;

    final AwardId shown;
    final AwardId revoked;
    /** Was readdressed. */
    final AwardId wrong;
    /** Took its place. */
    final AwardId right;
    /** Was issued again. */
    final AwardId earlier;
    /** Its new issue. */
    final AwardId newer;
    /** Came from elsewhere. */
    final AwardId brought;
    /** To a mailbox that nobody has proven; its notice is not delivered yet. */
    final AwardId waiting;

    BusyLife(Storage storage) {
        ScriptedVerifier verifier = new ScriptedVerifier();
        app = TestApp.on(storage, builder -> builder.verifier(verifier));
        badgr = app.badgr();
        EmailAddress first = Some.address();
        EmailAddress zoesSecond = Some.address();
        spent = app.proven(first);
        badgr.signUps()
                .complete(spent, profile(app.currentTerms()), newClient())
                .orElseThrow();
        Person begun = app.withAddress(app.signedInAgain(personAt(first), PASSWORD), second);
        shown = awardedOnce(first);
        revoked = app.awarded(second);
        wrong = app.awarded(Some.address());
        right = badgr.awards().readdress(wrong, Some.address()).orElseThrow().id();
        Badge badge = app.badge();
        earlier = app.award(badge, second).id();
        newer = badgr.awards()
                .reissue(earlier, NewAward.of(badge, first))
                .orElseThrow()
                .award()
                .id();
        badges(begun);
        mistakes(begun);
        mia = app.signedInAgain(begun, OTHER_PASSWORD);
        consents();
        brought = brought(verifier);
        zoe = linked(app.withAddress(app.personWithAccount(), zoesSecond));
        badgr.consents().setAwardMails(zoe.session(), email(zoe.email()), false).orElseThrow();
        badgr.signIns().withPassword(signIn(zoe.email(), OTHER_PASSWORD), newClient());
        app.passes(Duration.ofMinutes(5));
        leo = app.personWithOnly(Some.identity());
        badgr.notices().deliver(1000);
        waiting = app.awarded(Some.address());
        badgr.awards()
                .awardAll(Stream.of(NewAward.of(badge, Some.address()).once("bulk", app.now())), (row, outcome) -> {});
        open = app.begun(Some.address());
        adding = app.asksToAdd(mia, Some.address());
        app.move(mia, zoesSecond);
    }

    private Person personAt(EmailAddress address) {
        var signedIn = badgr.signIns()
                .withPassword(signIn(address, PASSWORD), newClient())
                .orElseThrow();
        return new Person(signedIn.account(), signedIn.session(), newClient());
    }

    private AwardId awardedOnce(EmailAddress address) {
        NewAward wanted = NewAward.of(app.badge(), address).once("course-7", app.now());
        badgr.awards().award(wanted).orElseThrow();
        return badgr.awards().award(wanted).orElseThrow().award().id();
    }

    /** Beside another one, of which a newer copy took the place of an older one. */
    private AwardId brought(ScriptedVerifier verifier) {
        CredentialFixture badge = CredentialFixture.aCredential().to(second);
        brings(verifier.good(badge));
        brings(verifier.good(badge.copy().issuedOn(app.now())));
        return brings(verifier.good(CredentialFixture.aCredential().to(second)));
    }

    private AwardId brings(Bytes file) {
        return badgr.imports()
                .file(mia.id(), file.toArray(), newClient())
                .orElseThrow()
                .award()
                .id();
    }

    private void badges(Person owner) {
        badgr.sharing()
                .create(owner.id(), shown, Optional.of(Duration.ofDays(7)))
                .orElseThrow();
        badgr.backpacks().decline(owner.id(), shown).orElseThrow();
        badgr.backpacks().restore(owner.id(), shown).orElseThrow();
        collection(owner);
        badgr.awards().revoke(revoked, "Mistake.").orElseThrow();
    }

    /** With two badges that have changed places, one of which will be revoked, and a link to it. */
    private void collection(Person owner) {
        CollectionForm form = new CollectionForm("Data", "What I can do.");
        Collection data = badgr.collections().create(owner.id(), form).orElseThrow();
        badgr.collections().add(owner.id(), data.id(), shown).orElseThrow();
        data = badgr.collections().add(owner.id(), data.id(), revoked).orElseThrow();
        List<AwardId> turned = List.of(revoked, shown);
        badgr.collections()
                .reorder(owner.id(), data.id(), data.version(), turned)
                .orElseThrow();
        badgr.sharing().create(owner.id(), data.id(), Optional.empty()).orElseThrow();
    }

    private void mistakes(Person person) {
        badgr.signIns().withPassword(signIn(person.email(), OTHER_PASSWORD), newClient());
        app.passes(Duration.ofMinutes(2));
        var recovery = badgr.recoveries().begin(email(second), newClient()).orElseThrow();
        badgr.recoveries().confirm(recovery.challenge(), code(app.wrongCodeTo(second)), newClient());
        badgr.recoveries()
                .confirm(recovery.challenge(), code(app.codeTo(second)), newClient())
                .orElseThrow();
        badgr.recoveries()
                .complete(recovery.challenge(), newPassword(OTHER_PASSWORD), newClient())
                .orElseThrow();
        badgr.signIns().withPassword(signIn(person.email(), PASSWORD), newClient());
    }

    private void consents() {
        for (boolean wanted : new boolean[] {true, false, true}) {
            badgr.consents().setEmailUpdates(mia.id(), wanted);
        }
        badgr.consents().publish(TermsVersion.of("2", app.now(), "https://plp.example/terms", "Be kinder."));
        badgr.consents().agree(mia.id(), "2", newClient()).orElseThrow();
        String token = badgr.consents().unsubscribeLink(mia.id()).token().value();
        badgr.consents().withdraw(token).orElseThrow();
        EmailAddress shouted = EmailAddress.parse(second.text().toUpperCase(Locale.ROOT));
        badgr.emails().addSpelling(mia.session(), email(shouted)).orElseThrow();
    }

    private Person linked(Person person) {
        return person.after(badgr.accounts()
                .link(person.session(), Some.identity(), person.client())
                .orElseThrow());
    }
}
