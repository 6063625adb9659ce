package dev.badgr.contract;

import static dev.badgr.fixture.CredentialFixture.aCredential;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.ImportRules;
import dev.badgr.Imported;
import dev.badgr.Imported.Outcome;
import dev.badgr.ImportedFile;
import dev.badgr.Limits;
import dev.badgr.Refusal;
import dev.badgr.Refusal.NotImported;
import dev.badgr.Refusal.NotImported.Obstacle;
import dev.badgr.Rule;
import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.Explanation;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.CredentialFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.openbadges.Check;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Picture;
import dev.badgr.openbadges.Recipient;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.image.BadgeImage;
import dev.badgr.openbadges.image.Baked;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.Event;
import dev.badgr.port.Import;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person brings badges that others issued. */
public abstract class ImportsContract extends ImportContractBase {
    private static final Instant EARLIER = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2024-02-01T00:00:00Z");

    @Test
    void aGoodBadgeForAVerifiedAddressIsInTheBackpackAsAwardsAre() {
        Instant end = Instant.parse("2034-01-01T00:00:00Z");
        CredentialFixture welder = forMia().expires(end);
        Imported imported = done(brings(mia, verifier.good(welder)));
        assertThat(imported.outcome()).isEqualTo(Outcome.NEW);
        assertThat(imported.report().status(CheckName.RECIPIENT)).contains(Status.PASS);
        Award award = imported.award();
        assertThat(app.backpack(mia)).containsExactly(award.id());
        assertThat(badgr().awards().find(award.id())).contains(award);
        assertThat(award.expires()).contains(end);
        assertThat(award.issuedOn()).isEqualTo(welder.build().issuedOn());
        assertThat(award.evidence()).hasSize(1);
        Badge badge = badgr().badges().find(award.badge()).orElseThrow();
        assertThat(badge.name()).isEqualTo("Welder");
        assertThat(badge.issuer().name()).isEqualTo("Other School");
        assertThat(badge.issuer().url())
                .isEqualTo(URI.create(welder.build().issuer().id()));
        assertThat(badge.image()).isEqualTo(URI.create("https://other.example/welder.png"));
        done(badgr().backpacks().hide(mia.id(), award.id()));
        done(badgr().backpacks().restore(mia.id(), award.id()));
        assertThat(badgr().sharing()
                        .create(mia.id(), award.id(), Optional.empty())
                        .isSuccess())
                .isTrue();
    }

    @Test
    void whatWasReceivedIsHandedOutUnchanged() {
        Bytes file = verifier.good(forMia());
        AwardId award = done(brings(mia, file)).award().id();
        assertThat(badgr().imports().download(mia.id(), award)).contains(new ImportedFile(file, "application/json"));
        assertThat(badgr().imports().download(app.personWithAccount().id(), award))
                .isEmpty();
        assertThat(badgr().imports().download(mia.id(), app.awarded(mia.email())))
                .isEmpty();
    }

    @Test
    void largeFilesOfEveryByteAreKeptAndLargerOnesRefused() {
        byte[] content = new byte[Import.LARGEST + 1];
        Some.random().nextBytes(content);
        content[0] = (byte) 0x89;
        assertNotBrought(badgr().imports().file(mia.id(), content, mia.client()), Obstacle.UNREADABLE);
        Bytes largest = Bytes.of(java.util.Arrays.copyOf(content, Import.LARGEST));
        verifier.says(largest, forMia().good());
        AwardId award = done(brings(mia, largest)).award().id();
        assertThat(badgr().imports().download(mia.id(), award)).contains(new ImportedFile(largest, "image/png"));
    }

    @Test
    void aBadgeForAnotherAddressSaysWhichOneToVerify() {
        EmailAddress school = EmailAddress.parse("jo-" + Some.word() + "@elsewhere.example");
        Bytes file = verifier.good(aCredential().to(school));
        NotImported refusal = assertNotBrought(brings(mia, file), Obstacle.OTHER_ADDRESS);
        assertThat(refusal.address()).contains("j•••@elsewhere.example");
        assertThat(refusal.message(Locale.ENGLISH))
                .contains("j•••@elsewhere.example")
                .doesNotContain(school.text());
        assertThat(refusal.report().checks().toString()).doesNotContain(school.text());
        assertThat(refusal.report().status(CheckName.RECIPIENT)).contains(Status.FAIL);
        assertThat(app.backpack(mia)).isEmpty();
        mia = app.withAddress(mia, school);
        assertThat(done(brings(mia, file)).outcome()).isEqualTo(Outcome.NEW);
    }

    @Test
    void nothingIsLearntAboutOtherAccounts() {
        Person leo = app.personWithAccount(EmailAddress.parse("leo-" + Some.word() + "@school.edu"));
        EmailAddress nobody = EmailAddress.parse("leo-" + Some.word() + "@school.edu");
        NotImported his =
                assertNotBrought(brings(mia, verifier.good(aCredential().to(leo.email()))), Obstacle.OTHER_ADDRESS);
        NotImported nobodys =
                assertNotBrought(brings(mia, verifier.good(aCredential().to(nobody))), Obstacle.OTHER_ADDRESS);
        assertThat(his).isEqualTo(nobodys);
    }

    @Test
    void aHashIsMatchedByTheSpellingsOfVerifiedAddresses() {
        String shouted = mia.email().text().toUpperCase(Locale.ROOT);
        assertThat(done(brings(mia, verifier.good(aCredential().toHashOf(shouted))))
                        .outcome())
                .isEqualTo(Outcome.NEW);
        String odd = mia.email().text().replace("school", "sChOoL");
        Bytes file = verifier.good(aCredential().toHashOf(odd));
        NotImported refusal = assertNotBrought(brings(mia, file), Obstacle.NOT_YOURS);
        assertThat(refusal.address()).isEmpty();
        done(badgr().emails().addSpelling(mia.session(), email(EmailAddress.parse(odd))));
        assertThat(done(brings(mia, file)).outcome()).isEqualTo(Outcome.NEW);
    }

    @Test
    void eachOfItsIdentifiersIsLookedAt() {
        Recipient number = new Recipient.Other("phoneNumber");
        CredentialFixture several =
                aCredential().to(number).to(Some.address()).toHashOf(mia.email().text());
        assertThat(done(brings(mia, verifier.good(several))).outcome()).isEqualTo(Outcome.NEW);
        CredentialFixture link =
                aCredential().to(new Recipient.Plain("mailto:" + mia.email().text()));
        assertThat(done(brings(mia, verifier.good(link))).outcome()).isEqualTo(Outcome.NEW);
        assertNotBrought(brings(mia, verifier.good(aCredential().to(number))), Obstacle.NOT_YOURS);
        assertNotBrought(brings(mia, verifier.good(aCredential())), Obstacle.NOT_YOURS);
    }

    @Test
    void whatIsNotGoodIsNotLetInAndTheReportSaysWhy() {
        assertNotLetIn(CheckName.REVOKED, Status.FAIL, Obstacle.REVOKED);
        assertNotLetIn(CheckName.EXPIRED, Status.FAIL, Obstacle.EXPIRED);
        assertNotLetIn(CheckName.PROOF, Status.FAIL, Obstacle.INVALID);
        assertNotLetIn(CheckName.PROOF, Status.UNKNOWN, Obstacle.UNDECIDED);
        assertNotLetIn(CheckName.STATUS, Status.UNKNOWN, Obstacle.UNDECIDED);
        assertNotLetIn(CheckName.ISSUER_BINDING, Status.FAIL, Obstacle.ISSUER_UNBOUND);
        assertNotLetIn(CheckName.ISSUER_BINDING, Status.UNKNOWN, Obstacle.ISSUER_UNBOUND);
        assertNotBrought(brings(mia, Bytes.of("no badge")), Obstacle.UNREADABLE);
        assertThat(app.backpack(mia)).isEmpty();
        CredentialFixture warned = forMia();
        verifier.says(warned.file(), warned.but(CheckName.DATA_MODEL, Status.WARN, "a date without a zone"));
        assertThat(brings(mia, warned.file()).isSuccess()).isTrue();
    }

    private void assertNotLetIn(CheckName check, Status status, Obstacle obstacle) {
        CredentialFixture badge = forMia();
        verifier.says(badge.file(), badge.but(check, status, "not so"));
        NotImported refusal = assertNotBrought(brings(mia, badge.file()), obstacle);
        assertThat(refusal.report().checks())
                .contains(new Check(check, status, "not so", "OB 3.0, 8.2"))
                .extracting(Check::name)
                .contains(CheckName.RECIPIENT);
        assertThat(refusal.message(Locale.ENGLISH)).isNotBlank();
    }

    @Test
    void aHostMayTrustWhatNoIssuerStandsBehind() {
        ImportRules usual = ImportRules.standard();
        ImportRules trusting = new ImportRules(false, usual.mostPerAddress(), usual.recheckAfter(), usual.retryAfter());
        app = TestApp.on(
                storage(), b -> b.verifier(verifier).limits(Limits.standard().with(trusting)));
        CredentialFixture badge = forMia();
        verifier.says(badge.file(), badge.but(CheckName.ISSUER_BINDING, Status.FAIL, "not so"));
        assertThat(brings(mia, badge.file()).isSuccess()).isTrue();
        assertNotLetIn(CheckName.PROOF, Status.FAIL, Obstacle.INVALID);
    }

    @Test
    void theSameBadgeIsThereOnceHoweverItComes() {
        CredentialFixture welder = forMia();
        AwardId first = assertBrought(welder, Outcome.NEW);
        assertThat(assertBrought(welder, Outcome.ALREADY_THERE)).isEqualTo(first);
        CredentialFixture other = welder.copy().named("Master Welder").byIssuerNamed("Other School, renamed");
        assertThat(assertBrought(other, Outcome.ALREADY_THERE)).isEqualTo(first);
        assertThat(app.backpack(mia)).containsExactly(first);
        assertThat(copy(first).content()).as("the first copy stays").isEqualTo(welder.file());
    }

    @Test
    void aNewerCopyTakesThePlaceOfAnOlderOne() {
        CredentialFixture older = forMia().issuedOn(EARLIER);
        CredentialFixture newer = older.copy().issuedOn(LATER).named("Master Welder");
        AwardId first = assertBrought(older, Outcome.NEW);
        AwardId second = assertBrought(newer, Outcome.REPLACED);
        assertThat(app.backpack(mia)).containsExactly(second);
        assertThat(badgr().backpacks().explain(mia.id(), first)).isEqualTo(new Explanation.Replaced(second));
        assertThat(badgr().imports().download(mia.id(), first)).isEmpty();
        assertThat(copy(second).content()).isEqualTo(newer.file());
        assertThat(assertBrought(older, Outcome.OLDER)).isEqualTo(second);
        assertThat(app.backpack(mia)).containsExactly(second);
        assertThat(copy(second).content()).isEqualTo(newer.file());
    }

    @Test
    void whoBringsADeclinedBadgeAgainWantsIt() {
        CredentialFixture welder = forMia();
        AwardId award = brought(welder);
        done(badgr().backpacks().decline(mia.id(), award));
        assertThat(app.backpack(mia)).isEmpty();
        assertBrought(welder, Outcome.ALREADY_THERE);
        assertThat(app.backpack(mia)).containsExactly(award);
    }

    @Test
    void thePolicyIsAskedButBringingIsAccepting() {
        app = withPolicy(AwardPolicy.askFirst());
        assertThat(done(brings(mia, verifier.good(forMia()))).award().state()).isEqualTo(AwardState.SHOWN);
        app = withPolicy((award, account) ->
                new AwardDecision.Refuse(account.orElseThrow().id().equals(mia.id()) ? "Not from there." : ""));
        assertRefused(brings(mia, verifier.good(forMia())), new Refusal.PolicyRefused("Not from there."));
        assertThat(app.backpack(mia)).hasSize(1);
    }

    private TestApp withPolicy(AwardPolicy policy) {
        return TestApp.on(storage(), builder -> builder.verifier(verifier).policy(policy));
    }

    @Test
    void theBadgesComeAndGoWithTheirAddress() {
        EmailAddress second = Some.address();
        mia = app.withAddress(mia, second);
        AwardId award = brought(aCredential().to(second));
        mia = mia.after(done(badgr().emails().remove(mia.session(), email(second), mia.client())));
        assertThat(app.backpack(mia)).isEmpty();
        assertThat(badgr().imports().download(mia.id(), award)).isEmpty();
        app.passes(Duration.ofMinutes(1));
        Person leo = app.withAddress(app.personWithAccount(), second);
        assertThat(app.backpack(leo)).containsExactly(award);
        assertThat(badgr().imports().download(leo.id(), award)).isPresent();
    }

    @Test
    void theHostIsNotItsIssuer() {
        AwardId award = brought(forMia());
        Award found = badgr().awards().find(award).orElseThrow();
        Badge badge = badgr().badges().find(found.badge()).orElseThrow();
        assertNotPossible(badgr().awards().revoke(award, "A mistake."), Rule.BADGE_FROM_ELSEWHERE);
        assertNotPossible(badgr().awards().readdress(award, Some.address()), Rule.BADGE_FROM_ELSEWHERE);
        NewAward again = NewAward.of(badge, mia.email());
        assertNotPossible(badgr().awards().reissue(award, again), Rule.BADGE_FROM_ELSEWHERE);
        assertNotPossible(badgr().awards().award(again), Rule.BADGE_FROM_ELSEWHERE);
        assertNotPossible(badgr().badges().define(badge), Rule.BADGE_FROM_ELSEWHERE);
        assertThat(badgr().awards().find(award)).contains(found);
    }

    @Test
    void whatAnIssuerWritesIsCutToWhatCanBeShown() {
        String odd = "\u202EReversed\u0000 " + "x".repeat(5000);
        Imported imported = done(brings(mia, verifier.good(forMia().named(odd).withNarrative(odd))));
        Badge badge = badgr().badges().find(imported.award().badge()).orElseThrow();
        assertThat(badge.name())
                .hasSize(200)
                .startsWith("Reversed")
                .endsWith("x…")
                .doesNotContain("\u202E");
        assertThat(imported.award().narrative().orElseThrow()).hasSize(4000).endsWith("…");
        Imported nameless = done(brings(mia, verifier.good(forMia().named("\u200B "))));
        assertThat(badgr().badges().find(nameless.award().badge()).orElseThrow().name())
                .contains("/welder");
    }

    @Test
    void aPictureThatIsNotOnTheWebIsServedByTheHost() {
        AwardId award = brought(forMia().image(CredentialFixture.GIF));
        Award found = badgr().awards().find(award).orElseThrow();
        assertThat(badgr().badges().find(found.badge()).orElseThrow().image())
                .isEqualTo(URI.create("https://plp.example/badges/pictures/" + award.text()));
        assertThat(badgr().imports().picture(award)).hasValueSatisfying(gif -> {
            assertThat(gif.mediaType()).isEqualTo("image/gif");
            assertThat(gif.content().text()).startsWith("GIF89a");
        });
        String misnamed = CredentialFixture.GIF.replace("gif", "webp");
        assertThat(badgr().imports().picture(brought(forMia().image(misnamed)))).isEmpty();
        assertThat(badgr().imports().picture(brought(forMia()))).isEmpty();
        assertThat(badgr().imports().picture(brought(forMia().image("data:text/html,x"))))
                .isEmpty();
        String script = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>";
        assertThat(badgr().imports().picture(brought(forMia().image(escaped(script)))))
                .isEmpty();
    }

    @Test
    void thePictureThatABadgeIsBakedIntoIsServedWithoutTheBadge() {
        String secret = "{\"for\": \"" + mia.email().text() + "\"}";
        Bytes square = Bytes.of("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect/></svg>");
        Bytes baked = ((Baked.Done) BadgeImage.bake(square, secret, Report.Version.V3_0)).image();
        verifier.says(baked, forMia().image("urn:none").good());
        AwardId award = done(brings(mia, baked)).award().id();
        Picture picture = badgr().imports().picture(award).orElseThrow();
        assertThat(picture.mediaType()).isEqualTo("image/svg+xml");
        assertThat(picture.content().text())
                .contains("<rect/>")
                .doesNotContain(mia.email().text());
        assertThat(badgr().imports().download(mia.id(), award)).contains(new ImportedFile(baked, "image/svg+xml"));
    }

    private static String escaped(String uri) {
        return uri.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20");
    }

    @Test
    void aUrlIsFetchedAndAPastedOneToo() {
        CredentialFixture welder = forMia();
        URI there = URI.create("https://other.example/files/" + Some.word());
        app = TestApp.on(
                storage(),
                builder -> builder.verifier(verifier)
                        .fetcher(location -> location.equals(there)
                                ? new Fetched.Document(location, Optional.empty(), verifier.good(welder))
                                : new Fetched.Missing(404)));
        Imported imported = done(badgr().imports().url(mia.id(), there, mia.client()));
        assertThat(copy(imported.award().id()).source()).contains(there);
        assertThat(done(badgr().imports().text(mia.id(), " " + there + "\n", mia.client()))
                        .outcome())
                .isEqualTo(Outcome.ALREADY_THERE);
        NotImported missing = assertNotBrought(
                badgr().imports().url(mia.id(), URI.create("https://other.example/no"), mia.client()),
                Obstacle.NOT_FETCHED);
        assertThat(missing.report().checks().toString()).contains("404");
        assertThat(done(badgr().imports().text(mia.id(), welder.file().text(), mia.client()))
                        .outcome())
                .isEqualTo(Outcome.ALREADY_THERE);
    }

    @Test
    void bringingIsAmongWhatHappened() {
        AwardId award = brought(forMia());
        assertBrought(forMia(), Outcome.NEW);
        var records = badgr().audit().of(mia.id(), AuditQuery.newest(10)).items();
        assertThat(records)
                .filteredOn(record -> record.event() == Event.BADGE_IMPORTED)
                .hasSize(2);
        assertThat(app.backpack(mia)).contains(award);
    }

    @Test
    void thereAreNoMoreThanThereMayBe() {
        ImportRules usual = ImportRules.standard();
        ImportRules few = new ImportRules(true, 2, usual.recheckAfter(), usual.retryAfter());
        app = TestApp.on(
                storage(), b -> b.verifier(verifier).limits(Limits.standard().with(few)));
        CredentialFixture first = forMia();
        assertBrought(first, Outcome.NEW);
        assertBrought(forMia(), Outcome.NEW);
        assertNotPossible(brings(mia, verifier.good(forMia())), Rule.TOO_MANY_IMPORTS);
        assertBrought(first, Outcome.ALREADY_THERE);
        assertBrought(first.copy().issuedOn(first.build().issuedOn().plusSeconds(1)), Outcome.REPLACED);
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        Bytes old = verifier.good(forMia().issuedOn(Instant.parse("1965-06-01T00:00:00Z")));
        assertNotBrought(brings(mia, old), Obstacle.OUT_OF_TIME);
        assertRefused(
                badgr().imports().file(Some.accountId(), new byte[0], mia.client()), new Refusal.NotFound("account"));
    }
}
