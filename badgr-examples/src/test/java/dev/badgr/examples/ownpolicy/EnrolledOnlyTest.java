package dev.badgr.examples.ownpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Badgr;
import dev.badgr.Client;
import dev.badgr.CodeForm;
import dev.badgr.EmailForm;
import dev.badgr.ProfileForm;
import dev.badgr.Site;
import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.Explanation;
import dev.badgr.email.EmailAddress;
import dev.badgr.terms.TermsVersion;
import dev.badgr.testing.RecordingMailer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EnrolledOnlyTest {
    private static final String MIA = "mia@school.edu";

    private final EnrolledOnly policy = new EnrolledOnly();
    private final RecordingMailer mailer = new RecordingMailer();
    private final Badgr badgr = Badgr.builder()
            .policy(policy)
            .mailer(mailer)
            .site(Site.at("PLP", "https://plp.example/badges"))
            .terms(TermsVersion.of("1", Instant.EPOCH, "https://plp.example/terms", "Be kind."))
            .build();
    private final Badge algebra = badge("algebra");
    private final Badge mentor = badge("mentor").withTags("staff");

    @Test
    void whoWasEnrolledFindsTheBadgeThoughItWasAwardedBeforeTheAccount() {
        award(algebra);
        policy.enrol(EmailAddress.parse(MIA), algebra.id());
        AccountId mia = signUp();
        assertThat(badgr.backpacks().page(mia, BackpackQuery.newest(10)).items())
                .extracting(entry -> entry.badge().id())
                .containsExactly(algebra.id());
    }

    @Test
    void whoWasNotEnrolledMayAcceptIt() {
        AwardId award = award(algebra);
        AccountId mia = signUp();
        assertThat(badgr.backpacks().explain(mia, award)).isEqualTo(new Explanation.Offered());
        assertThat(badgr.backpacks().accept(mia, award).orElseThrow()).isEqualTo(new Explanation.Shown(false));
    }

    @Test
    void aStaffBadgeIsRefusedWithTheReason() {
        AwardId award = award(mentor);
        assertThat(badgr.backpacks().explain(signUp(), award))
                .isEqualTo(new Explanation.RefusedByPolicy("Only members of staff who were enrolled can hold it."));
    }

    private AwardId award(Badge badge) {
        badgr.badges().define(badge).orElseThrow();
        NewAward award = NewAward.of(badge, EmailAddress.parse(MIA));
        return badgr.awards().award(award).orElseThrow().award().id();
    }

    private AccountId signUp() {
        Client client = Client.of("203.0.113.7");
        var sent = badgr.signUps().begin(new EmailForm(MIA), client).orElseThrow();
        CodeForm code = new CodeForm(mailer.lastTo(MIA).values().get("code"));
        badgr.signUps().confirm(sent.challenge(), code, client).orElseThrow();
        String password = "seven green lanterns";
        ProfileForm profile = new ProfileForm("Mia", "Lund", password, password, "1", true, false);
        return badgr.signUps()
                .complete(sent.challenge(), profile, client)
                .orElseThrow()
                .account()
                .id();
    }

    private static Badge badge(String id) {
        Issuer issuer = Issuer.of("plp", "PLP", "https://plp.example");
        return Badge.of(issuer, id, id, "Knows it.", "Pass the course.", "https://plp.example/" + id + ".png");
    }
}
