package dev.badgr.jdbc;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.AskedMove;
import dev.badgr.Badgr;
import dev.badgr.CollectionForm;
import dev.badgr.MoveOutcome;
import dev.badgr.Refusal;
import dev.badgr.Secrets;
import dev.badgr.Shared;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Issuers;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.openbadges.issue.ServedDocument;
import dev.badgr.openbadges.verify.Verifier;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.Storage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** People's lives in an installation that is moved to another secret, and what must be as before for them. */
final class MovedLife {
    final BusyLife before;
    final EmailAddress muted = Some.address();
    final EmailAddress reader = Some.address();
    final EmailAddress graduate = Some.address();
    final EmailAddress mutedAndErased = Some.address();
    final EmailAddress newcomer = Some.address();
    final EmailAddress stranger = Some.address();
    final IssuerIdentity issuer = Issuers.anIdentity();
    final List<String> handedOut = new ArrayList<>();
    final List<String> revoked = new ArrayList<>();
    private Storage storage;
    private final TestApp app;
    private final Person person;
    private final AwardId hosted;
    private final AwardId hidden;
    private final AwardId takenBack;
    private final Shared share;
    private final CollectionId collection;
    private final ChallengeId open;
    private final String rightCode;
    private final AskedMove move;
    private final Person asker;
    private final EmailAddress wanted;
    private final Instant onceAt;
    private final Badge badge;
    /** To stop mails to the reader. */
    private final String link;

    private final List<UUID> backpack;

    MovedLife(Storage storage) {
        this.storage = storage;
        before = new BusyLife(storage);
        app = TestApp.at(before.app.now(), storage, builder -> builder.issuer(issuer));
        Badgr badgr = app.badgr();
        badge = BadgeFixture.aBadge().from(issuer.issuer()).build();
        badgr.badges().define(badge).orElseThrow();
        wanted = Some.address();
        person = app.withAddress(app.personWithAccount(), wanted);
        asker = app.personWithAccount();
        onceAt = app.now();
        hosted = awardedOnce(badgr).award().id();
        hidden = app.awarded(wanted);
        badgr.backpacks().hide(person.id(), hidden).orElseThrow();
        takenBack = app.award(badge, person.email()).id();
        handOut(badgr, hosted, handedOut);
        handOut(badgr, takenBack, revoked);
        badgr.awards().revoke(takenBack, "It was copied.").orElseThrow();
        share = badgr.sharing().create(person.id(), hosted, Optional.empty()).orElseThrow();
        collection = collected(badgr);
        app.passes(Duration.ofMinutes(1));
        move = app.move(asker, wanted);
        badgr.notices().deliver(1000);
        app.awarded(muted);
        badgr.notices().deliver(1000);
        badgr.consents().withdraw(token(app, muted)).orElseThrow();
        app.awarded(reader);
        badgr.notices().deliver(1000);
        link = token(app, reader);
        eraseWhoMuted(badgr);
        open = app.begun(newcomer);
        rightCode = app.codeTo(newcomer);
        badgr.signUps().confirm(open, code(app.wrongCodeTo(newcomer)), newClient());
        badgr.signIns().withPassword(signIn(stranger, OTHER_PASSWORD), newClient());
        backpack = sequences(badgr);
        app.awarded(Some.address());
        NewAward degree = NewAward.of(badge, graduate).once("degree", onceAt);
        badgr.awards().awardAll(Stream.of(degree), (row, outcome) -> {});
    }

    /** The id that an award has after the move. */
    static AwardId under(Secrets secrets, AwardId id, EmailAddress address) {
        return id.under(RecipientKey.of(address.key(), secrets.recipients()));
    }

    /** The database was opened again. */
    void goesOnIn(Storage reopened) {
        storage = reopened;
    }

    /** All that must go on, once. */
    void goesOnUnder(Secrets secrets) {
        TestApp later = later(secrets);
        Badgr badgr = later.badgr();
        signsIn(later);
        assertThat(sequences(badgr)).isEqualTo(backpack);
        assertThat(badgr.backpacks()
                        .page(person.id(), BackpackQuery.newest(10).in(AwardState.HIDDEN))
                        .items())
                .extracting(entry -> entry.award().id())
                .containsExactly(under(secrets, hidden, wanted));
        assertThat(badgr.sharing().view(share.token().value())).isPresent();
        assertThat(badgr.collections()
                        .view(person.id(), collection)
                        .orElseThrow()
                        .entries())
                .hasSize(1);
        assertThat(awardedOnce(badgr).isNew()).isFalse();
        awardsAreFoundByTheirOldIds(badgr, secrets);
        documentsAreThere(later);
        announces(later);
        codes(later);
        mutes(later);
        moves(later);
    }

    /** Links in mails from before stop mails if and only if the secret that signed them is still handed in. */
    void oldLinksStopMails(Secrets secrets) {
        TestApp without = later(secrets.withFormerRecipients(List.of()));
        assertThat(without.badgr().consents().withdraw(link).isSuccess()).isFalse();
        TestApp later = later(secrets);
        assertThat(later.badgr().consents().withdraw(link).isSuccess()).isTrue();
        later.awarded(reader);
        later.badgr().notices().deliver(1000);
        assertThat(later.mailsTo(reader)).isEmpty();
    }

    TestApp later(Secrets secrets) {
        return TestApp.at(
                app.now(), storage, builder -> builder.secrets(secrets).issuer(issuer));
    }

    private void signsIn(TestApp later) {
        var signedIn = later.badgr()
                .signIns()
                .withPassword(signIn(before.mia.email(), OTHER_PASSWORD), newClient())
                .orElseThrow();
        assertThat(signedIn.account().id()).isEqualTo(before.mia.id());
        assertThat(later.badgr().accounts().findByEmail(before.second).map(account -> account.id()))
                .contains(before.mia.id());
    }

    /** Who was awarded by a bulk run, and is still to be told. */
    private void announces(TestApp later) {
        later.badgr().notices().deliver(1000);
        assertThat(later.mailsTo(graduate)).hasSize(1);
    }

    private void awardsAreFoundByTheirOldIds(Badgr badgr, Secrets secrets) {
        Award found = badgr.awards().find(hosted).orElseThrow();
        assertThat(found.id()).isEqualTo(under(secrets, hosted, person.email()));
        Award right = badgr.awards().find(before.right).orElseThrow();
        Award wrong = badgr.awards().find(before.wrong).orElseThrow();
        assertThat(wrong.readdressedTo()).contains(right.id());
        Award earlier = badgr.awards().find(before.earlier).orElseThrow();
        Award newer = badgr.awards().find(before.newer).orElseThrow();
        assertThat(earlier.reissuedAs()).contains(newer.id());
        assertThat(newer.reissueOf()).contains(earlier.id());
        Award brought = badgr.awards().find(before.brought).orElseThrow();
        assertThat(badgr.imports().download(before.mia.id(), brought.id())).isPresent();
        AwardId late = before.waiting;
        assertThat(badgr.awards().revoke(late, "Late.").orElseThrow().isLive()).isFalse();
    }

    private void documentsAreThere(TestApp later) {
        URI old = Issuers.SITE.assertion(hosted);
        ServedDocument served = document(later.badgr(), old);
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.content().text()).isEqualTo(handedOut.get(0));
        assertThat(document(later.badgr(), Issuers.SITE.assertion(takenBack)).status())
                .isEqualTo(410);
        for (String credential : handedOut) {
            assertThat(verdict(later, credential)).as(credential).isEqualTo(Verdict.VALID);
        }
        for (String credential : revoked) {
            assertThat(verdict(later, credential)).as(credential).isEqualTo(Verdict.INVALID);
        }
        AwardId current = later.badgr().awards().find(hosted).orElseThrow().id();
        assertThat(verdict(
                        later,
                        later.badgr()
                                .credentials()
                                .token(current, Optional.empty())
                                .orElseThrow()))
                .isEqualTo(Verdict.VALID);
        later.badgr().awards().revoke(hosted, "Later.").orElseThrow();
        for (String credential : handedOut) {
            assertThat(verdict(later, credential)).as(credential).isEqualTo(Verdict.INVALID);
        }
    }

    /** Without the former secret only the salt is another one. */
    void documentsAreTrueWithoutTheFormerSecret(Secrets secrets) {
        TestApp later = later(secrets.withFormerRecipients(List.of()));
        URI old = Issuers.SITE.assertion(hosted);
        String served = document(later.badgr(), old).content().text();
        assertThat(served).contains(old.toString()).isNotEqualTo(handedOut.get(0));
        assertThat(verdict(later, served)).isEqualTo(Verdict.VALID);
    }

    private void codes(TestApp later) {
        var wrong = later.badgr().signUps().confirm(open, code(TestApp.otherThan(rightCode)), newClient());
        assertRefused(wrong, new Refusal.WrongCode(3));
        assertThat(later.badgr()
                        .signUps()
                        .confirm(open, code(rightCode), newClient())
                        .isSuccess())
                .isTrue();
    }

    private void mutes(TestApp later) {
        for (EmailAddress quiet : List.of(muted, mutedAndErased)) {
            later.awarded(quiet);
            later.badgr().notices().deliver(1000);
            assertThat(later.mailsTo(quiet)).isEmpty();
        }
        EmailAddress loud = Some.address();
        later.awarded(loud);
        later.badgr().notices().deliver(1000);
        assertThat(later.mailsTo(loud)).hasSize(1);
    }

    private void moves(TestApp later) {
        later.passes(Duration.ofDays(2));
        Person again = later.signedInAgain(asker, PASSWORD);
        MoveOutcome outcome = later.badgr()
                .moves()
                .complete(again.session(), move.id(), again.client())
                .orElseThrow();
        assertThat(outcome.move().address()).isEqualTo(wanted);
        assertThat(later.badgr().accounts().findByEmail(wanted).map(account -> account.id()))
                .contains(asker.id());
    }

    private CollectionId collected(Badgr badgr) {
        Collection made = badgr.collections()
                .create(person.id(), new CollectionForm("Data", null))
                .orElseThrow();
        badgr.collections().add(person.id(), made.id(), hosted).orElseThrow();
        return made.id();
    }

    /** She has asked for no mails, and nothing but that is left of her. */
    private void eraseWhoMuted(Badgr badgr) {
        Person gone = app.personWithAccount(mutedAndErased);
        badgr.consents()
                .setAwardMails(gone.session(), email(mutedAndErased), false)
                .orElseThrow();
        app.passes(Duration.ofMinutes(1));
        ChallengeId challenge = badgr.erasures()
                .begin(gone.session(), gone.client())
                .orElseThrow()
                .challenge();
        ChallengeId proof = badgr.erasures()
                .confirm(gone.session(), challenge, code(app.codeTo(mutedAndErased)), gone.client())
                .orElseThrow();
        badgr.erasures().erase(gone.session(), proof, gone.client()).orElseThrow();
        badgr.notices().deliver(1000);
    }

    private Awarded awardedOnce(Badgr badgr) {
        return badgr.awards()
                .award(NewAward.of(badge, person.email()).once("course-9", onceAt))
                .orElseThrow();
    }

    private void handOut(Badgr badgr, AwardId award, List<String> credentials) {
        credentials.add(document(badgr, Issuers.SITE.assertion(award)).content().text());
        credentials.add(badgr.credentials().signedAssertion(award).orElseThrow());
        credentials.add(badgr.credentials().token(award, Optional.empty()).orElseThrow());
        credentials.add(badgr.credentials()
                .embedded(award, Optional.empty())
                .orElseThrow()
                .text());
    }

    private static ServedDocument document(Badgr badgr, URI location) {
        return badgr.credentials().document(location).orElseThrow();
    }

    private static Verdict verdict(TestApp later, String credential) {
        return new Verifier(
                        url -> later.badgr()
                                .credentials()
                                .document(url)
                                .fold(
                                        served -> served.status() == 200
                                                ? new Fetched.Document(
                                                        url, Optional.of(served.mediaType()), served.content())
                                                : new Fetched.Missing(served.status()),
                                        refusal -> new Fetched.Missing(404)),
                        later::now,
                        VerificationPolicy.STRICT)
                .verify(credential)
                .report()
                .verdict();
    }

    private List<UUID> sequences(Badgr badgr) {
        return badgr.backpacks().page(before.mia.id(), BackpackQuery.newest(100)).items().stream()
                .map(entry -> entry.award().id().sequence())
                .toList();
    }

    private static String token(TestApp app, EmailAddress address) {
        String link = app.lastMailTo(address).headers().getOrDefault("List-Unsubscribe", "");
        return link.substring(link.lastIndexOf('/') + 1, link.length() - 1);
    }
}
