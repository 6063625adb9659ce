package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.CodeSent;
import dev.badgr.EmailForm;
import dev.badgr.NewPasswordForm;
import dev.badgr.Session;
import dev.badgr.SignInForm;
import dev.badgr.SignedIn;
import dev.badgr.email.ChallengeId;
import dev.badgr.examples.walkthrough.CodePage.Move;
import dev.badgr.port.Mail;

/** Getting back in without the password. */
final class Recovering {
    private final Stage stage;
    private final Badgr badgr;

    Recovering(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    void play(Visitor mia) {
        stage.scene("A forgotten password");
        unknownAddress(mia);
        stage.aMinuteLater();
        stage.tell("She gives her address.");
        CodeSent sent = stage.done(badgr.recoveries().begin(new EmailForm(mia.email), mia.client));
        CodePage page = new CodePage(
                stage, mia.email, sent, challenge -> badgr.recoveries().resend(challenge, mia.client));
        ChallengeId proof = page.until(
                (challenge, form) -> badgr.recoveries().confirm(challenge, form, mia.client), Move.WRONG, Move.RIGHT);
        newPassword(mia, proof);
    }

    private void unknownAddress(Visitor mia) {
        String nobody = stage.cast().nobody();
        stage.tell("First she gives an address that she never used here, " + nobody + ".");
        CodeSent sent = stage.done(badgr.recoveries().begin(new EmailForm(nobody), mia.client));
        stage.story().reads("A code is on its way to " + sent.sentTo() + ".");
        stage.showMail();
        stage.check(
                "the page answers as always; the mail tells whoever reads that mailbox",
                stage.mails().latestTo(nobody).kind() == Mail.Kind.RECOVERY_NO_ACCOUNT);
    }

    private void newPassword(Visitor mia, ChallengeId proof) {
        Session before = mia.session();
        SignInForm old = new SignInForm(mia.email, mia.password);
        Form page = new Form(stage)
                .secret("password", "New password", "herons", Cast.NEW_PASSWORD)
                .secret("confirmation", "The same again", "herons", Cast.NEW_PASSWORD)
                .refusedFirst("password.too-short");
        SignedIn signedIn = page.until(form -> badgr.recoveries()
                .complete(proof, new NewPasswordForm(form.get("password"), form.get("confirmation")), mia.client));
        mia.signedIn(signedIn.session());
        boolean changed = !page.get("password").equals(mia.password);
        mia.password = page.get("password");
        stage.deliverNotices();
        stage.tell("Where she had stayed signed in, and with the old password:");
        stage.refused("session-ended", badgr.signIns().check(before));
        if (changed) {
            stage.refused("sign-in-refused", badgr.signIns().withPassword(old, mia.client));
        }
        SignInForm fresh = new SignInForm(mia.email, mia.password);
        stage.check(
                "the new password works",
                badgr.signIns().withPassword(fresh, mia.client).isSuccess());
    }
}
