package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.award.Award;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.Verified;
import dev.badgr.openbadges.image.BadgeImage;
import dev.badgr.openbadges.image.Baked;
import dev.badgr.openbadges.verify.Verifier;
import dev.badgr.text.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A badge of the school as a file: signed with its key, baked into a picture, and verified by anybody. */
final class TakingBadgesOut {
    private final Stage stage;
    private final Badgr badgr;

    TakingBadgesOut(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    void play(Award award, Path file) throws IOException {
        stage.scene("A badge as a file");
        Bytes picture = picture(award);
        Files.write(file, picture.toArray());
        stage.tell("The school signs Ana's badge with its key, and bakes it into a picture. It is in " + file + ".");
        Verified verified = verifier().verify(picture.toArray());
        verified.report()
                .findings()
                .forEach(line -> stage.story()
                        .add("  " + line.status() + " " + line.name().text() + ": " + line.found()));
        stage.check("anybody can verify it, and that the school issued it", isGood(verified));
        String signed = stage.done(badgr.credentials().signedAssertion(award.id()));
        stage.check(
                "for older software it is an Open Badge 2.0, signed as well",
                verifier().verify(signed).report().verdict() == Verdict.VALID);
    }

    private Bytes picture(Award award) {
        Bytes credential = stage.done(badgr.credentials().embedded(award.id(), Optional.empty()));
        if (BadgeImage.bake(Picture.medal(), credential.text(), Report.Version.V3_0) instanceof Baked.Done done) {
            return done.image();
        }
        throw new StoryBroken("the badge could not be baked");
    }

    /** It asks the portal's web site, as everybody's does. */
    private Verifier verifier() {
        return new Verifier(location -> WebSite.of(badgr, location), stage.clock(), VerificationPolicy.STRICT);
    }

    private static boolean isGood(Verified verified) {
        return verified.report().verdict() == Verdict.VALID
                && verified.report().isProven()
                && verified.report().isIssuerBound();
    }
}
