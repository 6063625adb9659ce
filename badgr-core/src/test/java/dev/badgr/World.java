package dev.badgr;

import static dev.badgr.fixture.CredentialFixture.aCredential;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.TestApp.SCHOOL;
import static dev.badgr.fixture.TestApp.newClient;

import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.Badge;
import dev.badgr.award.IdentityHash;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.Collection;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.CredentialFixture;
import dev.badgr.fixture.Issuers;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.ScriptedVerifier;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.WatchedStorage;
import dev.badgr.memory.InMemoryStorage;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.port.Actor;
import dev.badgr.text.Bytes;
import dev.badgr.text.Sha256;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * An application in which something of everything has happened: Mia, just signed in, has two addresses, a linked social
 * account and badges in every state, and an address of hers and one of Leo's are to be moved; a newcomer is about to confirm a
 * code and another has a proof.
 */
final class World {
    static final Actor.Staff STAFF = new Actor.Staff("staff-17", "Asked by phone.");
    final WatchedStorage storage = new WatchedStorage(new InMemoryStorage());
    final ScriptedVerifier verifier = new ScriptedVerifier();
    final IssuerIdentity issuer = Issuers.anIdentity();
    final EmailAddress second = Some.address();
    final Bytes toBring = verifier.good(aCredential().to(second));
    final TestApp app = TestApp.on(
            storage,
            builder -> builder.policy(byName())
                    .issuer(issuer)
                    .verifier(verifier)
                    .fetcher(location -> new Fetched.Document(location, Optional.empty(), toBring)));
    final EmailAddress newcomer = Some.address();
    final EmailAddress third = Some.address();
    final EmailAddress leosSecond = Some.address();
    final EmailAddress leosThird = Some.address();
    final EmailAddress spelling = EmailAddress.parse("M" + second.text().substring(1));
    final ExternalIdentity linked = new ExternalIdentity("https://login.elsewhere.example", Some.word());
    final Badge badge = app.badgr()
            .badges()
            .define(BadgeFixture.aBadge().from(issuer.issuer()).build())
            .orElseThrow();
    final ChallengeId signUp;
    final ChallengeId proof;
    final ChallengeId recovery;
    final ChallengeId adding;
    final ChallengeId moving;
    final AskedMove coming;
    final AskedMove leaving;
    final ChallengeId merging;
    final Person mia;
    final Person old;
    final AwardId shown;
    final AwardId another;
    final AwardId declined;
    final AwardId offered;
    final AwardId waiting;
    final AwardId elsewhere;
    final AwardId brought;
    final Collection collection;
    final Shared shared;

    World() {
        waiting = awarded("Wait", second);
        Person person = app.withAddress(app.personWithAccount(), second);
        person = person.after(app.badgr()
                .accounts()
                .link(person.session(), linked, person.client())
                .orElseThrow());
        app.badgr().consents().setEmailUpdates(person.id(), true);
        shown = awarded("Show", second);
        another = awarded("Show", second);
        declined = awarded("Show", person.email());
        offered = awarded("Offer", second);
        elsewhere = awarded("Show", Some.address());
        app.badgr().backpacks().decline(person.id(), declined).orElseThrow();
        Bytes welder = verifier.good(aCredential().to(second).image(CredentialFixture.GIF));
        brought = app.badgr()
                .imports()
                .file(person.id(), welder.toArray(), newClient())
                .orElseThrow()
                .award()
                .id();
        collection = collectionOf(person, shown);
        shared = app.badgr()
                .sharing()
                .create(person.id(), shown, Optional.empty())
                .orElseThrow();
        Person leo = app.withAddress(app.withAddress(app.personWithAccount(), leosSecond), leosThird);
        app.badgr().notices().deliver(100);
        awarded("Show", Some.address());
        app.passes(Duration.ofMinutes(1));
        signUp = app.begun(newcomer);
        proof = app.proven(Some.address());
        recovery = app.badgr()
                .recoveries()
                .begin(email(person.email()), newClient())
                .orElseThrow()
                .challenge();
        adding = app.asksToAdd(person, third);
        moving = app.asksToMove(person, leosThird);
        coming = app.move(person, leosSecond);
        app.passes(Duration.ofMinutes(1));
        leaving = app.move(leo, second);
        old = app.personWithAccount();
        app.passes(Duration.ofMinutes(1));
        merging = app.badgr()
                .merges()
                .begin(person.session(), email(old.email()), newClient())
                .orElseThrow()
                .challenge();
        app.passes(Duration.ofMinutes(1));
        mia = app.signedInAgain(person, PASSWORD);
        app.badgr().emails().addSpelling(mia.session(), email(spelling)).orElseThrow();
    }

    private Collection collectionOf(Person person, AwardId award) {
        Collections collections = app.badgr().collections();
        CollectionForm form = new CollectionForm("Data", "What I can do with data.");
        Collection empty = collections.create(person.id(), form).orElseThrow();
        return collections.add(person.id(), empty.id(), award).orElseThrow();
    }

    /** Nobody has objected to the move that Mia has asked for; the other one has still a minute. */
    void nobodyObjects() {
        app.passes(Duration.between(app.now(), coming.dueAt()));
    }

    /** As many as are due when a week is over. */
    int due() {
        app.passes(Duration.ofDays(7));
        return 10;
    }

    /** With which Mia withdraws from the e-mail updates. */
    String unsubscribeToken() {
        return app.badgr().consents().unsubscribeLink(mia.id()).token().value();
    }

    /** Mia's second address in great letters. */
    EmailAddress shouted() {
        return EmailAddress.parse(second.text().toUpperCase(Locale.ROOT));
    }

    /** What a badge from elsewhere names Mia by. */
    IdentityHash hash() {
        return IdentityHash.parse("sha256$" + Sha256.hex(shouted().text() + "salt"), "salt");
    }

    /** The proof that Mia reads her mail. */
    ChallengeId recovered() {
        return app.badgr()
                .recoveries()
                .confirm(recovery, code(app.codeTo(mia.email())), newClient())
                .orElseThrow();
    }

    /** Mia's account, closed. */
    AccountId disabled() {
        return app.badgr()
                .administration()
                .disable(STAFF, mia.id())
                .orElseThrow()
                .id();
    }

    /** An award of the host's own issuer. */
    AwardId issued() {
        return app.award(badge, second).id();
    }

    /** The badge that was awarded. */
    Badge badgeOf(AwardId award) {
        Award found = app.badgr().awards().find(award).orElseThrow();
        return app.badgr().badges().find(found.badge()).orElseThrow();
    }

    /** The proof that Mia has another account. */
    ChallengeId provenToMerge() {
        return app.badgr()
                .merges()
                .confirm(mia.session(), merging, code(app.codeTo(old.email())), newClient())
                .orElseThrow();
    }

    /** Mia, a minute after her last code. */
    Person miaAtRest() {
        app.passes(Duration.ofMinutes(1));
        return mia;
    }

    /** The code to erase Mia's account was mailed a minute ago. */
    ChallengeId erasing() {
        ChallengeId challenge = app.badgr()
                .erasures()
                .begin(miaAtRest().session(), newClient())
                .orElseThrow()
                .challenge();
        app.passes(Duration.ofMinutes(1));
        return challenge;
    }

    /** The proof that Mia wants her account erased. */
    ChallengeId provenToErase() {
        ChallengeId challenge = erasing();
        return app.badgr()
                .erasures()
                .confirm(mia.session(), challenge, code(app.codeTo(mia.email())), newClient())
                .orElseThrow();
    }

    /** What a trusted issuer says about somebody new. */
    OidcClaims newcomersClaims() {
        return new OidcClaims(
                new ExternalIdentity(SCHOOL, Some.word()), Some.address().text(), true);
    }

    private AwardId awarded(String badgeName, EmailAddress to) {
        Badge named = BadgeFixture.aBadge().named(badgeName).build();
        app.badgr().badges().define(named).orElseThrow();
        return app.badgr()
                .awards()
                .award(NewAward.of(named, to))
                .orElseThrow()
                .award()
                .id();
    }

    private static AwardPolicy byName() {
        return (award, account) -> switch (award.badge().name()) {
            case "Offer" -> new AwardDecision.Offer();
            case "Wait" -> account.isPresent() ? new AwardDecision.Show() : new AwardDecision.Wait();
            default -> new AwardDecision.Show();
        };
    }
}
