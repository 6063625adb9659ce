package dev.badgr.examples.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Badgr;
import dev.badgr.Client;
import dev.badgr.CodeForm;
import dev.badgr.EmailForm;
import dev.badgr.ProfileForm;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Verdict;
import dev.badgr.terms.TermsVersion;
import dev.badgr.testing.RecordingMailer;
import dev.badgr.text.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BadgePagesTest {
    private static final EmailAddress MIA = EmailAddress.parse("mia@school.edu");
    private static final Client CLIENT = Client.of("203.0.113.7");

    private final RecordingMailer mailer = new RecordingMailer();
    private Badgr elsewhere;
    private Fetcher web;
    private Badgr portal;
    private AccountId mia;

    @BeforeEach
    void aPortalAndAnotherIssuer() throws GeneralSecurityException {
        elsewhere = badgr("museum", Fetcher.none());
        web = location -> elsewhere
                .credentials()
                .document(location)
                .<Fetched>fold(
                        document -> document.status() == 200
                                ? new Fetched.Document(location, Optional.of(document.mediaType()), document.content())
                                : new Fetched.Missing(document.status()),
                        refusal -> new Fetched.Missing(404));
        portal = badgr("plp", web);
        portal.consents().publish(TermsVersion.of("1", Instant.EPOCH, "https://plp.example/terms", "Be kind."));
        mia = signUp();
    }

    @Test
    void aBadgeGoesOutOfOnePortalAndIntoAnother() throws IOException {
        Award award = award();
        byte[] file = new BadgePages(elsewhere)
                .download(award.id(), picture())
                .orElseThrow()
                .toArray();
        assertThat(BadgePages.verify(file, web).verdict()).isEqualTo(Verdict.VALID);
        BadgePages pages = new BadgePages(portal);
        assertThat(pages.bring(mia, file, CLIENT)).isEqualTo("It is in your Backpack: NEW");
        assertThat(pages.everyHour()).isEmpty();
    }

    @Test
    void whatIsNoBadgeIsReported() {
        assertThat(new BadgePages(portal).bring(mia, new byte[] {1, 2, 3}, CLIENT))
                .startsWith("This is not a badge.")
                .contains("parse: ");
    }

    @Test
    void theControllerServesWhatVerifiersAskFor() {
        BadgePages pages = new BadgePages(elsewhere);
        assertThat(pages.serve(URI.create("https://plp.example/openbadges/issuers/museum")))
                .startsWith("200 ")
                .contains("\"type\":\"Issuer\"");
        assertThat(pages.serve(URI.create("https://plp.example/openbadges/issuers/nobody")))
                .isEqualTo("404");
    }

    private Badgr badgr(String issuer, Fetcher fetcher) throws GeneralSecurityException {
        Issuer identity = new Issuer(
                Issuer.of(issuer, issuer, "https://plp.example").id(),
                issuer,
                URI.create("https://plp.example"),
                Optional.of(EmailAddress.parse("badges@plp.example")));
        return BadgePages.issuing(
                mailer, identity, KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), fetcher);
    }

    private Award award() {
        Badge badge = elsewhere
                .badges()
                .define(Badge.of(
                        Issuer.of("museum", "museum", "https://plp.example"),
                        "guide",
                        "Guide",
                        "Led visitors.",
                        "Three tours.",
                        "https://plp.example/guide.png"))
                .orElseThrow();
        return elsewhere.awards().award(NewAward.of(badge, MIA)).orElseThrow().award();
    }

    private AccountId signUp() {
        var sent = portal.signUps().begin(new EmailForm(MIA.text()), CLIENT).orElseThrow();
        var code = mailer.lastTo(MIA.text()).values().get("code");
        var proven = portal.signUps()
                .confirm(sent.challenge(), new CodeForm(code), CLIENT)
                .orElseThrow();
        var profile = new ProfileForm("Mia", "Lund", "seven green lanterns", "seven green lanterns", "1", true, false);
        return portal.signUps()
                .complete(proven.challenge(), profile, CLIENT)
                .orElseThrow()
                .session()
                .account();
    }

    private static Bytes picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png", png);
        return Bytes.of(png.toByteArray());
    }
}
