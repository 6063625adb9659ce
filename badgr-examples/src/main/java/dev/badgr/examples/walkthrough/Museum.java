package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.Site;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.image.BadgeImage;
import dev.badgr.openbadges.image.Baked;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.openbadges.issue.IssuerSite;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Somebody else who issues badges, with a badgr of its own that knows nothing of the portal's. Its web site has the documents that
 * verifiers ask for; here a call stands for the network.
 */
final class Museum implements Fetcher {
    private static final Issuer MUSEUM = new Issuer(
            Issuer.of("lakeside", "Lakeside Museum", "https://museum.example").id(),
            "Lakeside Museum",
            URI.create("https://museum.example"),
            Optional.of(EmailAddress.parse("badges@museum.example")));
    private static final Badge NIGHT_GUIDE = Badge.of(
            MUSEUM,
            "night-guide",
            "Night Guide",
            "Led visitors through the dark museum.",
            "Three tours by torchlight.",
            "https://museum.example/night-guide.png");

    private final Badgr badgr;

    Museum(InstantSource clock) {
        this.badgr = Badgr.builder()
                .mailer(mail -> {})
                .site(Site.at("Lakeside Museum", "https://museum.example/people"))
                .issuer(IssuerIdentity.of(
                        MUSEUM, IssuerSite.at("https://museum.example/badges"), Keys.ed25519("key-1")))
                .clock(clock)
                .build();
    }

    Award award(EmailAddress recipient) {
        Badge badge = badgr.badges().define(NIGHT_GUIDE).orElseThrow();
        return badgr.awards().award(NewAward.of(badge, recipient)).orElseThrow().award();
    }

    /** The file that the museum gives to her: a picture with the signed badge in it. */
    Bytes picture(Award award) {
        String credential = badgr.credentials()
                .embedded(award.id(), Optional.empty())
                .orElseThrow()
                .text();
        Baked baked = BadgeImage.bake(Picture.medal(), credential, Report.Version.V3_0);
        if (baked instanceof Baked.Done done) {
            return done.image();
        }
        throw new StoryBroken("the badge could not be baked: " + baked);
    }

    void revoke(AwardId award) {
        badgr.awards().revoke(award, "The tour was led by somebody else.").orElseThrow();
    }

    @Override
    public Fetched fetch(URI location) {
        return WebSite.of(badgr, location);
    }
}
