package dev.badgr.examples.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Badgr;
import dev.badgr.Client;
import dev.badgr.CodeForm;
import dev.badgr.EmailForm;
import dev.badgr.ProfileForm;
import dev.badgr.Site;
import dev.badgr.account.AccountId;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.EmailAddress;
import dev.badgr.terms.TermsVersion;
import dev.badgr.testing.RecordingMailer;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortfolioTest {
    private static final String EMAIL = "mia@school.edu";

    private final RecordingMailer mailer = new RecordingMailer();
    private final Badgr badgr = Badgr.builder()
            .mailer(mailer)
            .site(Site.at("PLP", "https://plp.example/badges"))
            .terms(TermsVersion.of("1", Instant.EPOCH, "https://plp.example/terms", "Be kind."))
            .build();
    private final Portfolio portfolio = new Portfolio(badgr);
    private AccountId mia;
    private List<BackpackEntry> backpack;

    @BeforeEach
    void miaHasTwoBadges() {
        Stream.of("Java basics", "SQL").forEach(this::award);
        var client = Client.of("203.0.113.7");
        var sent = badgr.signUps().begin(new EmailForm(EMAIL), client).orElseThrow();
        var code = mailer.lastTo(EMAIL).values().get("code");
        badgr.signUps().confirm(sent.challenge(), new CodeForm(code), client).orElseThrow();
        var profile = new ProfileForm("Mia", "Lund", "seven green lanterns", "seven green lanterns", "1", true, false);
        mia = badgr.signUps()
                .complete(sent.challenge(), profile, client)
                .orElseThrow()
                .account()
                .id();
        backpack = badgr.backpacks().page(mia, BackpackQuery.newest(10)).items();
    }

    @Test
    void aBadgeIsShownByItsLinkUntilItIsPutAway() {
        var targets = portfolio.buttonsFor(mia, backpack.get(0));
        String title = backpack.get(0).badge().name();
        assertThat(portfolio.page(token(targets.link()))).isEqualTo(title + ", earned by Mia Lund");
        assertThat(targets.linkedInProfile().orElseThrow()).hasHost("www.linkedin.com");
        var print = portfolio.certificate(token(targets.link()), targets.link()).orElseThrow();
        assertThat(print.earnedBy()).isEqualTo("Mia Lund");
        assertThat(print.issuedOn()).isBeforeOrEqualTo(LocalDate.now(ZoneOffset.UTC));
        badgr.backpacks().decline(mia, backpack.get(0).award().id()).orElseThrow();
        assertThat(portfolio.page(token(targets.link()))).isEqualTo("404");
        assertThat(badgr.sharing().list(mia).get(0).views()).isEqualTo(2);
    }

    @Test
    void aCollectionIsShownByItsLink() {
        URI link = portfolio.collected(mia, "Data", backpack);
        assertThat(portfolio.page(token(link))).isEqualTo("Data: 2 badges of Mia Lund");
        assertThat(portfolio.certificate(token(link), link)).isEmpty();
    }

    private void award(String name) {
        Issuer plp = Issuer.of("plp", "PLP", "https://plp.example");
        String id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        Badge badge = Badge.of(plp, id, name, "Knows it.", "Pass the course.", "https://plp.example/badge.png");
        badgr.badges().define(badge).orElseThrow();
        badgr.awards().award(NewAward.of(badge, EmailAddress.parse(EMAIL))).orElseThrow();
    }

    private static String token(URI link) {
        return link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
    }
}
