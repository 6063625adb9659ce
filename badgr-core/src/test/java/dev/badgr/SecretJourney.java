package dev.badgr;

import static dev.badgr.fixture.CredentialFixture.aCredential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.Advice;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.Preferences;
import dev.badgr.account.SignInRules;
import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Evidence;
import dev.badgr.award.IdentityHash;
import dev.badgr.award.NewAward;
import dev.badgr.award.NewRevocation;
import dev.badgr.award.Revocation;
import dev.badgr.award.Withdrawal;
import dev.badgr.backpack.Backpack;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.Explanation;
import dev.badgr.backpack.PrintView;
import dev.badgr.backpack.ShareTargets;
import dev.badgr.backpack.SharedBadge;
import dev.badgr.backpack.SharedView;
import dev.badgr.bulk.AwardRow;
import dev.badgr.bulk.BulkFile;
import dev.badgr.bulk.Line;
import dev.badgr.email.Challenge;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeHashes;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.MailProviders;
import dev.badgr.email.SendLog;
import dev.badgr.fixture.CredentialFixture;
import dev.badgr.fixture.Issuers;
import dev.badgr.fixture.Rules;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.openbadges.CredentialKey;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Recipient;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.api.BadgePage;
import dev.badgr.openbadges.api.Paging;
import dev.badgr.openbadges.api.Provider;
import dev.badgr.openbadges.api.StatusInfo;
import dev.badgr.openbadges.image.BadgeImage;
import dev.badgr.openbadges.image.Baked;
import dev.badgr.openbadges.image.Pictures;
import dev.badgr.openbadges.image.Unbaked;
import dev.badgr.openbadges.issue.Issuance;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.openbadges.issue.IssuerKey;
import dev.badgr.openbadges.issue.IssuerSite;
import dev.badgr.openbadges.issue.Subject;
import dev.badgr.port.Actor;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.BulkStore;
import dev.badgr.port.ConsentStore.Standing;
import dev.badgr.port.FormerKeyStore.FormerKey;
import dev.badgr.testing.RecordingMailer;
import dev.badgr.testing.ScriptedCodes;
import dev.badgr.testing.ScriptedFetcher;
import dev.badgr.text.Bytes;
import dev.badgr.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A life with badgr, with all that goes wrong in one, seen from within: every value at every port and verb. */
final class SecretJourney extends SecretWorld {
    void run() {
        Award award = beingAwarded();
        Welcome welcome = signingUp();
        Session session = signingIn(welcome.account());
        session = addingAnAddress(session);
        showing(welcome.account(), award);
        bringing(welcome.account().id());
        stoppingMails(welcome.account().id(), session);
        spelling(welcome.account().id(), session);
        changingThePassword(session);
        comingBySocialAccount();
        movingAnAddress();
        beingHelped(welcome.account());
        underAttack();
        issuing(award);
        issuing(award);
        takingBack(award);
        inBulk(award);
        merging();
        bringingPictures();
        meetingTheRest(welcome.account(), award);
        leaving();
    }

    private Award beingAwarded() {
        success(badgr.badges().define(badge));
        NewAward wanted = NewAward.of(badge, EmailAddress.parse(MIA))
                .once("course-1", Times.NOW)
                .withNarrative("Wrangled.")
                .withEvidence(Evidence.of("https://plp.example/work"));
        Award award = success(badgr.awards().award(wanted)).award();
        mailServerIsDown = true;
        watched.see(badgr.notices().deliver(10));
        mailServerIsDown = false;
        watched.see(badgr.notices().undelivered(10));
        clock.advance(Duration.ofMinutes(10));
        watched.see(badgr.notices().deliver(10));
        return award;
    }

    private Welcome signingUp() {
        mailServerIsDown = true;
        refused(badgr.signUps().begin(form(MIA), client));
        mailServerIsDown = false;
        refused(badgr.signUps().begin(form(MIA), client));
        refused(badgr.signUps().begin(form("\"" + MIA + "\r\nBcc: " + LEO), client));
        clock.advance(Duration.ofMinutes(2));
        ChallengeId first = success(badgr.signUps().begin(form(MIA), client)).challenge();
        clock.advance(Duration.ofMinutes(2));
        ChallengeId second = success(badgr.signUps().resend(first, client)).challenge();
        refused(badgr.signUps().confirm(first, code(sent), client));
        refused(badgr.signUps().confirm(second, code(TYPO), client));
        refused(badgr.signUps().confirm(second, code(WRONG_CODE), client));
        refused(badgr.signUps().complete(second, profile(PASSWORD, terms.version()), client));
        success(badgr.signUps().confirm(second, code(sent), client));
        refused(badgr.signUps().confirm(second, code(sent), client));
        refused(badgr.signUps().complete(second, profile("Okonkwo", null), client));
        refused(badgr.signUps().complete(second, profile(PASSWORD, "2020-01"), client));
        Welcome welcome = success(badgr.signUps().complete(second, profile(PASSWORD, terms.version()), client));
        watched.see(badgr.consents().agreed(welcome.account().id()));
        watched.see(badgr.consents().emailUpdates(welcome.account().id()));
        clock.advance(Duration.ofMinutes(2));
        success(badgr.signUps().begin(form(MIA.toLowerCase(Locale.ROOT)), Client.of("192.0.2.9")));
        return welcome;
    }

    private Session signingIn(Account account) {
        refused(badgr.signIns().withPassword(signIn(LEO, PASSWORD), client));
        refused(badgr.signIns().withPassword(signIn(MIA + "\n", PASSWORD + "\u0000"), client));
        for (int failures = 0; failures < 6; failures++) {
            refused(badgr.signIns().withPassword(signIn(MIA, WRONG_PASSWORD), client));
        }
        clock.advance(Duration.ofMinutes(20));
        SignedIn signedIn = success(badgr.signIns().withPassword(signIn(MIA, PASSWORD), client));
        refused(badgr.signIns().check(new Session(account.id(), 99, clock.instant())));
        refused(badgr.accounts().link(new Session(account.id(), 1, Instant.EPOCH), SOCIAL, client));
        watched.see(badgr.consents().due(account.id(), Locale.ENGLISH));
        return signedIn.session();
    }

    private Session addingAnAddress(Session before) {
        refused(badgr.emails().add(before, form(MIA), client));
        refused(badgr.emails().previewRemoval(before, form(LEO)));
        ChallengeId challenge =
                success(badgr.emails().add(before, form(HOME), client)).challenge();
        refused(badgr.emails().confirm(before, challenge, code(WRONG_CODE), client));
        Session session = success(badgr.emails().confirm(before, challenge, code(sent), client))
                .session();
        success(badgr.emails().list(session));
        session =
                success(badgr.emails().makePrimary(session, form(HOME), client)).session();
        refused(badgr.emails().remove(session, form(HOME), client));
        session =
                success(badgr.emails().makePrimary(session, form(MIA), client)).session();
        success(badgr.emails().previewRemoval(session, form(HOME)));
        session = success(badgr.emails().remove(session, form(HOME), client)).session();
        watched.see(badgr.notices().deliver(100));
        return session;
    }

    private void showing(Account owner, Award award) {
        watched.see(badgr.backpacks()
                .page(owner.id(), watched.see(BackpackQuery.newest(10).named("data"))));
        watched.see(badgr.backpacks().explain(owner.id(), award.id()));
        refused(badgr.backpacks().accept(owner.id(), award.id()));
        Shared shared = success(badgr.sharing().create(owner.id(), award.id(), Optional.of(Duration.ofDays(1))));
        Optional<SharedView> page =
                watched.see(badgr.sharing().view(shared.token().value()));
        watched.see(ShareTargets.ofBadge(new BackpackEntry(award, badge), shared.url()));
        watched.see(PrintView.of((SharedBadge) page.orElseThrow(), shared.url()));
        watched.see(badgr.sharing().list(owner.id()));
        badgr.sharing().revoke(owner.id(), shared.link().id());
        collecting(owner, award);
        success(badgr.backpacks().hide(owner.id(), award.id()));
        success(badgr.backpacks().decline(owner.id(), award.id()));
        refused(badgr.sharing().create(owner.id(), award.id(), Optional.empty()));
        watched.see(badgr.backpacks().page(owner.id(), BackpackQuery.newest(1).in(AwardState.DECLINED)));
    }

    private void bringing(AccountId owner) {
        CredentialFixture welder = aCredential().to(EmailAddress.parse(MIA)).image(CredentialFixture.GIF);
        AwardId first = bring(owner, welder);
        AwardId newer = bring(owner, welder.copy().issuedOn(Times.NOW).image(CredentialFixture.GIF));
        watched.see(badgr.backpacks().explain(owner, first));
        success(badgr.imports().recheck(owner, newer));
        watched.see(badgr.imports().download(owner, newer));
        watched.see(badgr.imports().picture(newer));
        refused(badgr.imports().text(owner, MIA + PASSWORD, client));
        refused(badgr.imports().url(owner, URI.create("https://other.example/?token=" + TOKEN), client));
        Bytes hashed = verifier.good(aCredential().toHashOf(MIA).to(watched.see(new Recipient.Other("phoneNumber"))));
        watched.see(new Fetched.Document(URI.create("https://other.example/"), Optional.empty(), hashed));
        watched.see(new Fetched.Missing(404));
        success(badgr.imports().file(owner, hashed.toArray(), client));
        CredentialFixture leos = watched.see(aCredential().to(EmailAddress.parse(LEO)));
        refused(badgr.imports().file(owner, verifier.good(leos).toArray(), client));
        watched.see(badgr.imports().recheckDue(10));
    }

    private AwardId bring(AccountId owner, CredentialFixture badge) {
        byte[] file = verifier.good(badge).toArray();
        watched.see(CredentialKey.of(badge.build()));
        return success(badgr.imports().file(owner, file, client)).award().id();
    }

    private void collecting(Account owner, Award award) {
        CollectionForm form = watched.see(new CollectionForm("Data", "What I can do with data."));
        refused(badgr.collections().create(owner.id(), new CollectionForm(MIA + "\n", PASSWORD + "\u0000")));
        Collection empty = success(badgr.collections().create(owner.id(), form));
        Collection full = success(badgr.collections().add(owner.id(), empty.id(), award.id()));
        refused(badgr.collections().edit(owner.id(), full.id(), empty.version(), form));
        watched.see(badgr.collections().list(owner.id()));
        watched.see(badgr.collections().view(owner.id(), full.id()));
        Shared shared = success(badgr.sharing().create(owner.id(), full.id(), Optional.empty()));
        watched.see(badgr.sharing().view(shared.token().value()));
        watched.see(badgr.sharing().list(owner.id()));
    }

    private void changingThePassword(Session session) {
        refused(badgr.accounts().changePassword(session, newPassword("Miriam.Okonkwo 4711 oblique"), client));
        session = success(badgr.accounts().changePassword(session, newPassword(NEXT_PASSWORD), client))
                .session();
        session = success(badgr.accounts().link(session, SOCIAL, client)).session();
        success(badgr.accounts().unlink(session, SOCIAL, client));
        refused(badgr.accounts().setPreferences(session, watched.see(new PreferencesForm("fr-CA", "Europe/Paris"))));
        refused(badgr.accounts().unlink(session, SOCIAL, client));
        success(badgr.recoveries().begin(form("nobody@school.edu"), client));
        ChallengeId challenge =
                success(badgr.recoveries().begin(form(MIA), client)).challenge();
        success(badgr.recoveries().confirm(challenge, code(sent), client));
        success(badgr.recoveries().complete(challenge, newPassword(PASSWORD), client));
        refused(badgr.recoveries().complete(challenge, newPassword(PASSWORD), client));
        watched.see(badgr.notices().deliver(100));
    }

    private void comingBySocialAccount() {
        clock.advance(Duration.ofHours(2));
        OidcClaims elsewhere = watched.see(new OidcClaims(SOCIAL, HOME, true));
        success(badgr.signIns().withIdentity(elsewhere, client));
        EmailProven proven =
                (EmailProven) success(badgr.signIns().withIdentity(new OidcClaims(SOCIAL, LEO, true), client));
        SocialProfileForm form = watched.see(new SocialProfileForm("Leo", "Li", terms.version(), true, true));
        success(badgr.signUps().complete(proven.challenge(), form, client));
        success(badgr.signIns().withIdentity(new OidcClaims(SOCIAL, LEO, true), client));
        refused(badgr.signIns()
                .withIdentity(new OidcClaims(new ExternalIdentity(SOCIAL.issuer(), "subject-2"), LEO, true), client));
    }

    /** Leo reads the mail of Miriam's home. */
    private void movingAnAddress() {
        clock.advance(Duration.ofHours(2));
        Session mia = success(badgr.signIns().withPassword(signIn(MIA, PASSWORD), client))
                .session();
        ChallengeId adding =
                success(badgr.emails().add(mia, form(HOME), client)).challenge();
        mia = success(badgr.emails().confirm(mia, adding, code(sent), client)).session();
        Session leo =
                ((SignedIn) success(badgr.signIns().withIdentity(new OidcClaims(SOCIAL, LEO, true), client))).session();
        refused(badgr.moves().begin(leo, form(LEO), client));
        AskedMove first = movingHome(leo);
        refused(badgr.moves().complete(leo, first.id(), client));
        success(badgr.moves().object(mia, first.id(), client));
        AskedMove second = movingHome(leo);
        success(badgr.moves().asked(mia));
        success(badgr.moves().agree(mia, second.id(), client));
        watched.see(badgr.notices().deliver(100));
    }

    private AskedMove movingHome(Session leo) {
        clock.advance(Duration.ofMinutes(1));
        ChallengeId moving =
                success(badgr.moves().begin(leo, form(HOME), client)).challenge();
        refused(badgr.moves().confirm(leo, moving, code(WRONG_CODE), client));
        return success(badgr.moves().confirm(leo, moving, code(sent), client));
    }

    private void beingHelped(Account account) {
        Actor.Staff staff = watched.see(new Actor.Staff("staff-17", "Asked by phone."));
        Administration desk = badgr.administration();
        refused(badgr.signIns().withPassword(signIn(MIA, WRONG_PASSWORD), client));
        refused(desk.find(staff, form("nobody@school.edu")));
        success(desk.find(staff, form(MIA)));
        AwardId award = success(desk.explainAll(staff, form(MIA))).get(0).award();
        success(desk.explain(staff, form(MIA), award));
        success(desk.explain(staff, form("nobody@school.edu"), award));
        success(desk.resendNotices(staff, form(MIA)));
        success(desk.clearBackOffs(staff, account.id()));
        success(desk.disable(staff, account.id()));
        refused(badgr.signIns().withPassword(signIn(MIA, PASSWORD), client));
        success(desk.restore(staff, account.id()));
        Session session = success(badgr.signIns().withPassword(signIn(MIA, PASSWORD), client))
                .session();
        success(badgr.audit().own(session, AuditQuery.newest(100)));
        watched.see(badgr.audit().of(account.id(), AuditQuery.newest(100)));
        badgr.consents().setEmailUpdates(account.id(), false);
        success(badgr.consents().agree(account.id(), terms.version(), client));
        watched.see(badgr.notices().deliver(100));
    }

    /** With strict limits: codes have become links, and Leo's password is disabled. */
    private void underAttack() {
        clock.advance(Duration.ofHours(2));
        SignInRules usual = SignInRules.standard();
        SignInRules strict =
                new SignInRules(5, usual.window(), usual.firstBackOff(), usual.longestBackOff(), 1, usual.freshFor());
        CodeRules attacked = Rules.wrongGuesses(50, 60, 1);
        Badgr wary = badgr(Limits.standard().with(strict).with(attacked), ScriptedCodes.of(TOKEN));
        ChallengeId challenge =
                success(wary.signUps().begin(form("new@school.edu"), client)).challenge();
        success(wary.signUps().confirm(challenge, code(TOKEN), client));
        refused(wary.signIns().withPassword(signIn(LEO, WRONG_PASSWORD), client));
        refused(wary.signIns().withPassword(signIn(LEO, WRONG_PASSWORD), client));
    }

    private void stoppingMails(AccountId account, Session session) {
        UnsubscribeLink link = watched.see(badgr.consents().unsubscribeLink(account));
        success(badgr.consents().previewWithdrawal(link.token().value()));
        success(badgr.consents().withdraw(link.token().value()));
        refused(badgr.consents().withdraw(link.token().value() + "x"));
        watched.see(badgr.consents().proofs(account));
        watched.see(badgr.consents().allDue(clock.instant(), Optional.empty(), 10));
        watched.see(badgr.consents().emailUpdates(account));
        success(badgr.consents().setAwardMails(session, form(MIA), false));
        success(badgr.consents().setAwardMails(session, form(MIA), true));
        refused(badgr.consents().setAwardMails(session, form(LEO), true));
    }

    private void spelling(AccountId account, Session session) {
        String shouted = MIA.toUpperCase(Locale.ROOT);
        success(badgr.emails().addSpelling(session, form(shouted)));
        success(badgr.emails().spellings(session, form(MIA)));
        refused(badgr.emails().addSpelling(session, form(LEO)));
        IdentityHash hash = IdentityHash.parse("sha256$" + Sha256.hex(shouted + "deadsea"), "deadsea");
        assertThat(watched.see(badgr.emails().owns(account, watched.see(hash)))).isPresent();
        success(badgr.emails().removeSpelling(session, form(shouted)));
        refused(badgr.emails().removeSpelling(session, form(shouted)));
        success(badgr.accounts().advice(session));
    }

    private void issuing(Award award) {
        IssuerSite site = watched.see(Issuers.SITE);
        success(badgr.credentials().token(award.id(), Optional.empty()));
        success(badgr.credentials().signedAssertion(award.id()));
        success(badgr.credentials().document(site.assertion(award.id())));
        refused(badgr.credentials().document(site.base()));
        Subject subject = watched.see(Subject.plain(award.address(), site.base()));
        IssuerIdentity issuer = IssuerIdentity.of(badge.issuer(), site, Issuers.aKey("key-1"));
        watched.see(new Issuance(issuer, badge, award, subject));
        URI base = site.base();
        watched.see(new Provider("PLP", base, base, base, base, base, base));
        watched.see(List.of(new Paging(1, 0, Optional.empty()), new StatusInfo("unknownobject", "No.")));
        watched.see(new BadgePage(List.of(Bytes.of("{}")), List.of(TOKEN)));
        watched.see(List.of(
                issuer.signer(),
                new IssuerKey("key-1", issuer.signer().publicKey()),
                storage.stores().statuses().slot(award.id(), badge.issuer().id()),
                new Withdrawal(award.id(), Optional.of("A mistake."))));
    }

    private void inBulk(Award award) {
        String rows = "recipient,badge,externalKey,issuedOn\n" + MIA + "," + badge.id() + ",bulk,2026-03-01\n" + MIA
                + "\u0000," + TOKEN + "," + PASSWORD + "\u0000,x\n";
        List<Line<AwardRow>> lines = watched.see(
                BulkFile.awards(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), BulkFile.Format.CSV)
                        .toList());
        lines.forEach(line -> line.value().ifPresent(watched::see));
        for (int run = 0; run < 2; run++) {
            watched.see(badgr.awards().bulk().expecting(2).awardLines(lines.stream(), this::outcome));
        }
        NewRevocation again = watched.see(new NewRevocation(award.id(), "A mistake."));
        watched.see(badgr.awards().revokeAll(Stream.of(again), this::outcome));
        BulkStore bulk = storage.stores().bulk();
        watched.see(bulk.revoke(List.of(
                watched.see(new BulkStore.Revoking(award.id(), new Revocation("A mistake.", clock.instant()))))));
        watched.see(new BulkStore.Announcing(Some.uuid(), clock.instant()));
        watched.see(bulk.takeUnannounced(1));
    }

    private void outcome(long row, BulkOutcome outcome) {
        watched.see(outcome);
        if (outcome instanceof BulkOutcome.Refused refused) {
            refusals.add(refused.refusal());
        }
    }

    private void takingBack(Award award) {
        refused(badgr.awards().readdress(award.id(), EmailAddress.parse(LEO)));
        watched.see(badgr.backpacks().expiring(AccountId.random(Some.random()), Duration.ofDays(1)));
        refused(badgr.awards().reissue(award.id(), NewAward.of(undefined(), EmailAddress.parse(LEO))));
        success(badgr.awards().reissue(award.id(), NewAward.of(badge, EmailAddress.parse(MIA))));
        success(badgr.awards().revoke(award.id(), "A mistake."));
        refused(badgr.awards().revoke(award.id(), "A mistake."));
        refused(badgr.awards().award(NewAward.of(undefined(), EmailAddress.parse(MIA))));
    }

    private void merging() {
        clock.advance(Duration.ofHours(2));
        Session session = success(badgr.signIns().withPassword(signIn(MIA, PASSWORD), client))
                .session();
        ChallengeId challenge =
                success(badgr.merges().begin(session, form(LEO), client)).challenge();
        refused(badgr.merges().preview(session, challenge));
        success(badgr.merges().confirm(session, challenge, code(sent), client));
        success(badgr.merges().preview(session, challenge));
        success(badgr.merges().merge(session, challenge, client));
        Preferences usual = Preferences.standard();
        watched.see(List.of(new MergeConflict.TooManyEmails(11, 10), new MergeConflict.OtherEmailUpdates(true)));
        watched.see(List.of(new MergeConflict.OtherPassword(), new MergeConflict.OtherPreferences(usual, usual)));
    }

    private void leaving() {
        clock.advance(Duration.ofHours(2));
        Session session = success(badgr.signIns().withPassword(signIn(MIA, PASSWORD), client))
                .session();
        success(badgr.exports().write(session, OutputStream.nullOutputStream()));
        success(badgr.erasures().preview(session));
        ChallengeId challenge = success(badgr.erasures().begin(session, client)).challenge();
        refused(badgr.erasures().confirm(session, challenge, code(WRONG_CODE), client));
        refused(badgr.erasures().erase(session, challenge, client));
        success(badgr.erasures().confirm(session, challenge, code(sent), client));
        Erased erased = success(badgr.erasures().erase(session, challenge, client));
        watched.see(badgr.erasures().formerConsents(erased.receipt()));
        watched.see(badgr.notices().deliver(100));
        watched.see(badgr.retention().prune(100));
    }

    /** What no verb hands out in this life: as full of secrets as it can be. */
    private void bringingPictures() {
        String badge = "{\"recipient\":{\"identity\":\"" + MIA + "\"}}";
        Bytes picture = Bytes.of(Pictures.SVG);
        Baked baked = watched.see(BadgeImage.bake(picture, badge, Report.Version.V2_0));
        watched.see(BadgeImage.read(((Baked.Done) baked).image().toArray()));
        watched.see(BadgeImage.bake(picture, MIA + "\0", Report.Version.V2_0));
        watched.see(List.of(
                BadgeImage.read(picture.toArray()),
                BadgeImage.read(Bytes.of("<" + MIA).toArray())));
        watched.see(new Unbaked.Flaw(true, "has a script"));
        ScriptedFetcher web = new ScriptedFetcher().with("https://plp.example/1", badge);
        watched.see(List.of(web, web.fetch(URI.create("https://plp.example/1")), new Fetched.Missing(410)));
        watched.see(Fetcher.none().fetch(URI.create("https://plp.example/1")));
    }

    private void meetingTheRest(Account account, Award award) {
        ChallengeId challengeId =
                success(badgr.recoveries().begin(form(HOME), client)).challenge();
        EmailAddress other = EmailAddress.parse(HOME);
        Award toOther = award.readdressed(award.id(), other);
        watched.see(List.of(client, other.key(), new Backpack(account), new SendLog(List.of(clock.instant()))));
        watched.see(new Explanation.VerifyAddress(toOther.address().masked()));
        watched.see(new Explanation.Superseded(award.id()));
        watched.see(new Explanation.Revoked(new Revocation("A mistake.", clock.instant())));
        watched.see(List.of(new Explanation.Offered(), new Explanation.Readdressed(), new Explanation.Undecided()));
        watched.see(List.of(new Explanation.RefusedByPolicy("No."), new Explanation.Unknown()));
        watched.see(List.of(new AwardDecision.Offer(), new AwardDecision.Wait(), new AwardDecision.Refuse("No.")));
        refusals.add(watched.see(new Refusal.PolicyRefused("No.")));
        watched.see(List.of(new Advice.AnotherAddress(), new Advice.AnotherWayIn(SOCIAL.issuer())));
        watched.see(List.of(MailProviders.standard(), new Standing(account.id(), true)));
        watched.see(new Actor.Host());
        watched.see(new FormerKey(Some.recipient(Some.address()), Some.recipient(Some.address())));
        watched.see(AuditQuery.newest(10).after(new AuditQuery.Position(Times.NOW, Some.uuid()).text()));
        watched.see(List.of(badgr, Badgr.builder().secrets(secrets), storage, clock, secrets.codes()));
        watched.see(List.of(ScriptedCodes.of(TOKEN), new RecordingMailer(), new Argon2idHasher()));
        Challenge challenge =
                storage.stores().challenges().byId(challengeId).orElseThrow().challenge();
        watched.see(
                challenge.judge(new CodeHashes(List.of(challenge.codeHash())), clock.instant(), CodeRules.standard()));
    }
}
