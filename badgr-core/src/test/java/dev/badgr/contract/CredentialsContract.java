package dev.badgr.contract;

import static dev.badgr.fixture.BadgeFixture.aBadge;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Credentials;
import dev.badgr.Refusal;
import dev.badgr.Rule;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.IdentityHash;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Issuers;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.Verified;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.openbadges.issue.IssuerSite;
import dev.badgr.openbadges.issue.ServedDocument;
import dev.badgr.openbadges.jose.Jws;
import dev.badgr.openbadges.jose.PublicKeys;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.verify.Verifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Awards as Open Badges: what a host hands out, and what it serves. */
public abstract class CredentialsContract extends VerbContract {
    private static final IssuerSite SITE = Issuers.SITE;
    private static final EmailAddress MIA = Some.address();

    private final IssuerIdentity issuer = Issuers.anIdentity();
    private final Badge badge = aBadge().from(issuer.issuer()).build();
    private AwardId award = AwardId.random(Some.recipient(MIA), java.time.Instant.EPOCH, Some.random());

    @BeforeEach
    void theHostIsAnIssuer() {
        app = TestApp.on(storage(), builder -> builder.issuer(issuer));
        badgr().badges().define(badge).orElseThrow();
        award = app.award(badge, MIA).id();
    }

    @Test
    void whatIsHandedOutIsSignedWithTheKeyThatTheDocumentsName() {
        JsonObject did = json(document(SITE.didDocument(issuer.issuer().id())));
        JsonObject method = did.objects("verificationMethod").get(0);
        Jws token = Jws.parse(done(credentials().token(award, Optional.empty())));
        assertThat(token.header().text("kid")).isEqualTo(method.text("id"));
        assertThat(token.isSignedBy(
                        PublicKeys.ofMultikey(method.text("publicKeyMultibase").orElseThrow())))
                .isTrue();
        Jws assertion = Jws.parse(done(credentials().signedAssertion(award)));
        String creator = payload(assertion)
                .object("verification")
                .orElseThrow()
                .text("creator")
                .orElseThrow();
        JsonObject key = json(document(URI.create(creator)));
        assertThat(assertion.isSignedBy(
                        PublicKeys.ofPem(key.text("publicKeyPem").orElseThrow())))
                .isTrue();
        assertThat(json(document(issuer.url())).texts("publicKey")).containsExactly(creator);
    }

    /** Our own verifier fetches what it needs from what the host serves. */
    @Test
    void allFormsVerify() {
        String hosted = document(SITE.assertion(award)).content().text();
        String embedded = done(credentials().embedded(award, Optional.empty())).text();
        for (String badge : List.of(
                hosted,
                done(credentials().signedAssertion(award)),
                done(credentials().token(award, Optional.empty())),
                embedded)) {
            Report report = verified(badge).report();
            assertThat(report.verdict()).as(() -> report.findings() + badge).isEqualTo(Verdict.VALID);
        }
        done(badgr().awards().revoke(award, "It was copied."));
        assertThat(verified(hosted).report().verdict()).isEqualTo(Verdict.INVALID);
        assertThat(verified(embedded).report().verdict()).isEqualTo(Verdict.INVALID);
    }

    private Verified verified(String badge) {
        Fetcher fetcher = url -> credentials()
                .document(url)
                .fold(
                        served -> served.status() == 200
                                ? new Fetched.Document(url, Optional.of(served.mediaType()), served.content())
                                : new Fetched.Missing(served.status()),
                        refusal -> new Fetched.Missing(404));
        return new Verifier(fetcher, app::now, VerificationPolicy.STRICT).verify(badge);
    }

    @Test
    void anAssertionLeadsToItsBadgeAndThatToItsIssuer() {
        JsonObject assertion = json(document(SITE.assertion(award)));
        JsonObject badgeClass = json(document(URI.create(assertion.text("badge").orElseThrow())));
        assertThat(badgeClass.text("name")).contains(badge.name());
        JsonObject profile = json(document(URI.create(badgeClass.text("issuer").orElseThrow())));
        assertThat(profile.text("name")).contains(issuer.issuer().name());
        assertThat(json(document(SITE.achievement(badge.id()))).text("name")).contains(badge.name());
        assertThat(json(document(SITE.profile(issuer.issuer().id()))).text("id"))
                .contains(issuer.id());
    }

    @Test
    void allThatIsServedSaysItsOwnUrl() {
        for (URI url : new URI[] {
            issuer.url(),
            SITE.badgeClass(badge.id()),
            SITE.assertion(award),
            SITE.revocationList(issuer.issuer().id()),
            SITE.key(issuer.issuer().id(), "key-1"),
            SITE.credentialRevocations(issuer.issuer().id())
        }) {
            assertThat(document(url).location()).isEqualTo(url);
            assertThat(json(document(url)).text("id")).contains(url.toString());
        }
    }

    @Test
    void aCredentialSaysTheSameEachTimeAndTwoOfOnePersonSayDifferent() {
        JsonObject first = credential(award);
        app.passes(Duration.ofDays(1));
        assertThat(credential(award)).isEqualTo(first);
        JsonObject other = credential(app.award(badge, MIA).id());
        assertThat(identifier(other)).isNotEqualTo(identifier(first));
        assertThat(other.text("sub")).isNotEqualTo(first.text("sub"));
    }

    @Test
    void theRecipientIsHashed() {
        JsonObject identifier = identifier(credential(award));
        IdentityHash hash = IdentityHash.parse(
                identifier.text("identityHash").orElseThrow(),
                identifier.text("salt").orElseThrow());
        assertThat(hash.matches(MIA.text())).isTrue();
        ServedDocument hosted = document(SITE.assertion(award));
        assertThat(hosted.content().text()).doesNotContain(MIA.localPart());
        assertThat(json(hosted).object("recipient").orElseThrow().text("salt")).isEqualTo(identifier.text("salt"));
    }

    @Test
    void aRecipientMayBeNamedByHerDid() {
        URI did = URI.create("did:example:mia");
        JsonObject credential = payload(Jws.parse(done(credentials().token(award, Optional.of(did)))));
        assertThat(credential.text("sub")).contains("did:example:mia");
        assertThat(identifier(credential).text("identityHash")).isPresent();
    }

    @Test
    void revokingShowsInAllOfThem() {
        JsonObject status = credential(award).object("credentialStatus").orElseThrow();
        URI list = URI.create(status.text("statusListCredential").orElseThrow());
        int index = Integer.parseInt(status.text("statusListIndex").orElseThrow());
        assertThat(bits(document(list)).get(index)).isFalse();
        done(badgr().awards().revoke(award, "It was copied."));

        assertThat(bits(document(list)).get(index)).isTrue();
        assertThat(bits(document(list)).cardinality()).isEqualTo(1);
        assertThat(document(SITE.assertion(award)).status()).isEqualTo(410);
        assertThat(json(document(SITE.assertion(award))).text("revocationReason"))
                .contains("It was copied.");
        JsonObject assertions =
                json(document(SITE.revocationList(issuer.issuer().id())));
        assertThat(assertions.objects("revokedAssertions")).hasSize(1).first().satisfies(one -> {
            assertThat(one.text("id")).contains(SITE.assertion(award).toString());
            assertThat(one.text("revocationReason")).contains("It was copied.");
        });
        JsonObject credentials =
                json(document(SITE.credentialRevocations(issuer.issuer().id())));
        assertThat(credentials.objects("revokedCredentials"))
                .hasSize(1)
                .first()
                .satisfies(one -> assertThat(one.text("id"))
                        .contains(SITE.credential(award).toString()));
        assertNotPossible(credentials().token(award, Optional.empty()), Rule.AWARD_GONE);
        assertNotPossible(credentials().signedAssertion(award), Rule.AWARD_GONE);
    }

    @Test
    void anAwardToAMistypedAddressCountsNoMoreOnceItIsReaddressed() {
        JsonObject status = credential(award).object("credentialStatus").orElseThrow();
        Award right = done(badgr().awards().readdress(award, Some.address()));
        URI list = URI.create(status.text("statusListCredential").orElseThrow());
        assertThat(bits(document(list))
                        .get(Integer.parseInt(status.text("statusListIndex").orElseThrow())))
                .isTrue();
        assertThat(document(SITE.assertion(award)).status()).isEqualTo(410);
        assertNotPossible(credentials().token(award, Optional.empty()), Rule.AWARD_GONE);
        assertThat(document(SITE.assertion(right.id())).status()).isEqualTo(200);
        assertThat(credential(right.id()).text("id"))
                .contains(SITE.credential(right.id()).toString());
    }

    @Test
    void theListOfWhatWasTakenBackMayBeLong() {
        for (int i = 0; i < 3; i++) {
            done(badgr().awards().revoke(app.award(badge, MIA).id(), "No " + i));
        }
        assertThat(json(document(SITE.revocationList(issuer.issuer().id()))).objects("revokedAssertions"))
                .hasSize(3);
    }

    @Test
    void nobodySignsForAnotherIssuer() {
        AwardId foreign = app.awarded(MIA);
        assertNotPossible(credentials().token(foreign, Optional.empty()), Rule.NOT_THE_ISSUER);
        assertNotPossible(credentials().signedAssertion(foreign), Rule.NOT_THE_ISSUER);
        assertNothingAt(SITE.assertion(foreign));
        Badge other = badgr().badges()
                .find(badgr().awards().find(foreign).orElseThrow().badge())
                .orElseThrow();
        assertNothingAt(SITE.badgeClass(other.id()));
        assertNothingAt(SITE.issuer(other.issuer().id()));
    }

    @Test
    void whereNothingIsServedNothingIs() {
        AwardId never = AwardId.random(Some.recipient(MIA), app.now(), Some.random());
        assertRefused(credentials().token(never, Optional.empty()), new Refusal.NotFound("award"));
        assertNothingAt(SITE.assertion(never));
        assertNothingAt(SITE.credential(award));
        assertNothingAt(SITE.statusList(issuer.issuer().id(), 1));
        assertNothingAt(SITE.statusList(issuer.issuer().id(), 99_999));
        assertNothingAt(SITE.key(issuer.issuer().id(), "key-2"));
        assertNothingAt(SITE.base());
        assertNothingAt(URI.create(SITE.assertion(award) + "/"));
        assertNothingAt(URI.create(SITE.issuer(issuer.issuer().id()) + "/status/01"));
        assertNothingAt(URI.create("https://other.example/badges/assertions/" + award.text()));
        assertNothingAt(URI.create("about:blank"));
    }

    @Test
    void aKeyMayBeExchanged() {
        Award old = badgr().awards().find(award).orElseThrow();
        String before = done(credentials().token(old.id(), Optional.empty()));
        IssuerIdentity now = IssuerIdentity.of(issuer.issuer(), SITE, Issuers.aKey("key-2"))
                .withFormerKeys(new dev.badgr.openbadges.issue.IssuerKey(
                        "key-1", issuer.signer().publicKey()));
        app = TestApp.on(storage(), builder -> builder.issuer(now));
        JsonObject did = json(document(SITE.didDocument(issuer.issuer().id())));
        assertThat(did.objects("verificationMethod"))
                .filteredOn(method ->
                        method.text("id").equals(Jws.parse(before).header().text("kid")))
                .hasSize(1)
                .allMatch(method -> Jws.parse(before)
                        .isSignedBy(PublicKeys.ofMultikey(
                                method.text("publicKeyMultibase").orElseThrow())));
        assertThat(document(SITE.key(issuer.issuer().id(), "key-1")).status()).isEqualTo(200);
    }

    @Test
    void anAwardWithAKeyOfItsOwnIsTheSameCredential() {
        NewAward wanted = NewAward.of(badge, MIA).once("completion-" + Some.word(), app.now());
        AwardId first = done(badgr().awards().award(wanted)).award().id();
        JsonObject credential = credential(first);
        assertThat(credential(done(badgr().awards().award(wanted)).award().id()))
                .isEqualTo(credential);
    }

    private JsonObject credential(AwardId id) {
        return payload(Jws.parse(done(credentials().token(id, Optional.empty()))));
    }

    private ServedDocument document(URI location) {
        return done(credentials().document(location));
    }

    private void assertNothingAt(URI location) {
        assertRefused(credentials().document(location), new Refusal.NotFound("document"));
    }

    private static JsonObject identifier(JsonObject credential) {
        return credential
                .object("credentialSubject")
                .orElseThrow()
                .objects("identifier")
                .get(0);
    }

    private static BitSet bits(ServedDocument list) {
        String encoded = json(list)
                .object("credentialSubject")
                .orElseThrow()
                .text("encodedList")
                .orElseThrow();
        byte[] packed = Base64.getUrlDecoder().decode(encoded.substring(1));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = gzip.readAllBytes();
            BitSet bits = new BitSet();
            for (int i = 0; i < bytes.length * 8; i++) {
                bits.set(i, (bytes[i / 8] >> (7 - i % 8) & 1) == 1);
            }
            return bits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject payload(Jws token) {
        return JsonReader.object(token.payload().toArray());
    }

    private static JsonObject json(ServedDocument document) {
        return JsonReader.object(document.content().toArray());
    }

    private Credentials credentials() {
        return badgr().credentials();
    }
}
