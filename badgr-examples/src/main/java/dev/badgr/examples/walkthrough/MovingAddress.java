package dev.badgr.examples.walkthrough;

import dev.badgr.AskedMove;
import dev.badgr.Badgr;
import dev.badgr.CodeSent;
import dev.badgr.EmailForm;
import dev.badgr.MoveOutcome;
import dev.badgr.account.AddressMove;
import dev.badgr.award.Award;
import dev.badgr.port.Mail;

/** An address that is on one account, and wanted on another. */
final class MovingAddress {
    private final Stage stage;
    private final Badgr badgr;

    MovingAddress(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    Award play(Visitor ana, Visitor old) {
        stage.scene("Moving an address to another account");
        Award award = begin(ana, old);
        AskedMove asked = ask(ana);
        told(old);
        notYet(old, award);
        agree(old, asked);
        moved(ana, old, award);
        return award;
    }

    private Award begin(Visitor ana, Visitor old) {
        old.schoolEmail = stage.cast().anasSchool();
        ana.schoolEmail = old.schoolEmail;
        stage.tell("Ana Lemos had an account at " + old.email + " with her school address " + old.schoolEmail
                + ". She forgot about it and made another one, at " + ana.email
                + ". Now she wants her school address there.");
        Award award = stage.award(Catalog.DETECTIVE, ana.schoolEmail);
        new Quietly(stage).deliverNotices();
        stage.aMinuteLater();
        return award;
    }

    private AskedMove ask(Visitor ana) {
        EmailForm school = new EmailForm(ana.schoolEmail);
        CodeSent sent = stage.done(badgr.moves().begin(ana.session(), school, ana.client));
        stage.showMail();
        stage.tell("She types the code from the mail.");
        AskedMove asked = stage.done(badgr.moves()
                .confirm(ana.session(), sent.challenge(), new Quietly(stage).code(ana.schoolEmail), ana.client));
        stage.check("the move waits for the other account", asked.state() == AddressMove.State.PENDING);
        return asked;
    }

    private void told(Visitor old) {
        stage.tell("Both addresses of the old account are told; this is one of the two mails:");
        new Quietly(stage).deliverNotices();
        Mail toOld = stage.mails().latestTo(old.email);
        stage.story().mail(toOld);
        stage.check(
                "they are told the same",
                stage.mails().latestTo(old.schoolEmail).text().equals(toOld.text()));
    }

    private void notYet(Visitor old, Award award) {
        badgr.moves().carryOutDue(100);
        stage.tell("If nobody objects, the portal's schedule moves it after 24 hours. It comes round now:");
        stage.check("that is too early: address and badge are on the old account", stage.holds(old, award));
    }

    private void agree(Visitor old, AskedMove asked) {
        stage.tell("Ana need not wait: she signs in to the old account, and agrees.");
        SigningIn.quietly(stage, old);
        MoveOutcome outcome = stage.done(badgr.moves().agree(old.session(), asked.id(), old.client));
        old.goesOn(outcome.session());
        stage.deliverNotices();
        stage.check("it is moved", outcome.move().state() == AddressMove.State.MOVED);
    }

    private void moved(Visitor ana, Visitor old, Award award) {
        stage.tell("In the browser where she is signed in to the new account:");
        stage.refused("session-ended", badgr.signIns().check(ana.session()));
        SigningIn.quietly(stage, ana);
        stage.showBackpack(ana, ", signed in again");
        stage.check(
                "the badge has followed its address",
                stage.holds(ana, award) && stage.backpack(old).isEmpty());
    }
}
