package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.Shared;
import dev.badgr.award.Award;
import dev.badgr.backpack.Explanation;
import dev.badgr.email.EmailAddress;
import java.util.Locale;
import java.util.Optional;

/** What a teacher can do about a mistake. */
final class Corrections {
    private final Stage stage;
    private final Badgr badgr;

    Corrections(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    void play(Visitor mia) {
        stage.scene("The teacher's mistakes");
        Award corrected = readdress(mia);
        revoke(mia, corrected);
    }

    private Award readdress(Visitor mia) {
        String wrong = stage.cast().mistyped();
        stage.tell("Ms. Adler awards \"Helping Hand\", and mistypes the address: " + wrong + ". She corrects it.");
        Award mistyped = stage.award(Catalog.HELPER, wrong);
        EmailAddress right = EmailAddress.parse(mia.email);
        Award corrected = stage.done(badgr.awards().readdress(mistyped.id(), right));
        stage.deliverNotices();
        stage.check(
                "the badge is in the Backpack now, and the stranger got no mail",
                stage.holds(mia, corrected) && noMail(wrong));
        Explanation old = badgr.backpacks().explain(mia.account(), mistyped.id());
        stage.check(
                "the first award says where it went",
                old.message(Locale.ENGLISH).contains("another address"));
        stage.tell("Once somebody has verified the address, an award can't be sent elsewhere:");
        stage.refused("address-verified", badgr.awards().readdress(corrected.id(), EmailAddress.parse(wrong)));
        return corrected;
    }

    private void revoke(Visitor mia, Award award) {
        Shared link = stage.done(badgr.sharing().create(mia.account(), award.id(), Optional.empty()));
        stage.tell(
                "It was another pupil who had tutored. Ms. Adler takes the badge back, which she must give a reason for.");
        stage.refused("required", badgr.awards().revoke(award.id(), " "));
        stage.done(badgr.awards().revoke(award.id(), "It was meant for another pupil."));
        stage.explain(mia, award);
        stage.check("it has left the Backpack", !stage.holds(mia, award));
        stage.check(
                "a link to it has stopped",
                badgr.sharing().view(link.token().value()).isEmpty());
        stage.refused("award-gone", badgr.awards().revoke(award.id(), "Once more."));
        stage.refused("not-there", badgr.backpacks().decline(mia.account(), award.id()));
    }

    private boolean noMail(String address) {
        return stage.mails().countTo(address) == 0;
    }
}
