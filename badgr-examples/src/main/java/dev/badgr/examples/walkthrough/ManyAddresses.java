package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.EmailForm;
import dev.badgr.Removal;
import dev.badgr.award.Award;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.examples.walkthrough.CodePage.Move;
import java.time.Duration;

/** The primary address, and what leaves with an address that is removed. */
final class ManyAddresses {
    private final Stage stage;
    private final Badgr badgr;

    ManyAddresses(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    void play(Visitor mia, Visitor ben, Award first) {
        stage.scene("The primary address, and removing one");
        staleSession(mia);
        primary(mia);
        remove(mia, first);
        comeBack(mia, first);
        SigningIn.quietly(stage, ben);
        stage.tell("Ben wants to remove his only address:");
        stage.refused("last-email", badgr.emails().remove(ben.session(), new EmailForm(ben.email), ben.client));
    }

    private void staleSession(Visitor mia) {
        stage.tell("She looks at her addresses, and is called to lunch. Later she wants to remove one of them.");
        stage.done(badgr.emails().list(mia.session()))
                .forEach(email -> stage.story().add("  " + label(mia, email)));
        stage.clock().advance(Duration.ofMinutes(40));
        EmailForm hers = new EmailForm(mia.email);
        stage.refused("sign-in-too-old", badgr.emails().remove(mia.session(), hers, mia.client));
        SigningIn.quietly(stage, mia);
        stage.tell("She signs in again, and tries once more:");
        stage.refused("primary-email", badgr.emails().remove(mia.session(), hers, mia.client));
    }

    private String label(Visitor mia, VerifiedEmail email) {
        return email.address().text() + (email.address().text().equals(mia.email) ? " (primary)" : "");
    }

    private void primary(Visitor mia) {
        stage.tell("She makes her school address the primary one.");
        EmailForm school = new EmailForm(mia.schoolEmail);
        mia.goesOn(stage.done(badgr.emails().makePrimary(mia.session(), school, mia.client))
                .session());
        stage.deliverNotices();
        String primary = stage.done(badgr.signIns().check(mia.session()))
                .primaryEmail()
                .address()
                .text();
        stage.check("her notices go to " + mia.schoolEmail, primary.equals(mia.schoolEmail));
    }

    private void remove(Visitor mia, Award first) {
        EmailForm hers = new EmailForm(mia.email);
        Removal removal = stage.done(badgr.emails().previewRemoval(mia.session(), hers));
        stage.tell("Before " + mia.email + " is removed, the page warns: " + removal.badgesLeaving()
                + " badge will leave your Backpack, and come back when you verify the address again.");
        stage.check(
                "the warning has the right number, and nothing changed yet",
                removal.badgesLeaving() == 1 && stage.holds(mia, first));
        mia.goesOn(stage.done(badgr.emails().remove(mia.session(), hers, mia.client))
                .session());
        stage.deliverNotices();
        stage.showBackpack(mia, ", without that address");
        stage.explain(mia, first);
        stage.check("the badge has left with its address", !stage.holds(mia, first));
    }

    private void comeBack(Visitor mia, Award first) {
        stage.aMinuteLater();
        new AnotherAddress(stage).add(mia, mia.email, Move.RIGHT);
        stage.deliverNotices();
        stage.check("the badge came back with its address", stage.holds(mia, first));
    }
}
