package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.CodeSent;
import dev.badgr.Erased;
import dev.badgr.ErasurePreview;
import dev.badgr.SignInForm;
import dev.badgr.award.Award;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.terms.TermsConsent;
import java.util.List;
import java.util.stream.Stream;

/** Erasing an account, and what stays. */
final class Leaving {
    private final Stage stage;
    private final Badgr badgr;

    Leaving(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    void play(Visitor ana, Award debater) {
        stage.scene("Erasing an account");
        preview(ana);
        erase(ana);
        gone(ana);
        beginAnew(ana, debater);
    }

    private void preview(Visitor ana) {
        ErasurePreview preview = stage.done(badgr.erasures().preview(ana.session()));
        stage.tell("Ana wants her account erased. The page says what that means:");
        tell(preview.goes());
        stage.story()
                .add("  stays: " + preview.stays().awards() + " badges in their issuers' records, "
                        + preview.stays().termsConsents() + " consents to the Terms without a name");
        stage.check(
                "the numbers are right, and nothing is gone yet",
                preview.goes().emails().size() == 3
                        && preview.stays().awards() == 3
                        && stage.backpack(ana).size() == 3);
    }

    private void tell(ErasurePreview.Goes goes) {
        stage.story()
                .add("  goes:  name, password, " + goes.emails().size() + " addresses, "
                        + goes.collections() + " collection, " + goes.shareLinks() + " link, "
                        + goes.records() + " records of what happened");
    }

    private void erase(Visitor ana) {
        stage.aMinuteLater();
        CodeSent sent = stage.done(badgr.erasures().begin(ana.session(), ana.client));
        stage.showMail();
        stage.tell("She types the code, and confirms a last time.");
        ChallengeId proof = stage.done(badgr.erasures()
                .confirm(ana.session(), sent.challenge(), new Quietly(stage).code(ana.email), ana.client));
        Erased erased = stage.done(badgr.erasures().erase(ana.session(), proof, ana.client));
        stage.tell("Each of her addresses gets a last mail, such as this one:");
        new Quietly(stage).deliverNotices();
        stage.story().mail(stage.mails().latestTo(ana.email));
        List<TermsConsent> former = badgr.erasures().formerConsents(erased.receipt());
        stage.check(
                "the receipt leads to what she had agreed to, without where from",
                former.size() == 2
                        && former.stream()
                                .allMatch(consent -> consent.evidence().isEmpty()));
    }

    private void gone(Visitor ana) {
        stage.tell("Her session has ended, and she can't sign in any more:");
        stage.refused("session-ended", badgr.signIns().check(ana.session()));
        stage.refused(
                "sign-in-refused", badgr.signIns().withPassword(new SignInForm(ana.email, ana.password), ana.client));
        stage.check(
                "no account has one of her addresses",
                Stream.of(ana.email, ana.schoolEmail, stage.cast().anasOld())
                        .map(EmailAddress::parse)
                        .allMatch(
                                address -> badgr.accounts().findByEmail(address).isEmpty()));
    }

    private void beginAnew(Visitor ana, Award debater) {
        stage.aMinuteLater();
        stage.tell("Later, Ana begins anew with her old address.");
        Visitor anew = new Quietly(stage)
                .newcomer("Ana", "Lemos", stage.cast().anasOld(), stage.cast().client(8));
        stage.showBackpack(anew, ", begun anew");
        stage.check(
                "it is another account, and shows the badge of that address",
                !anew.account().equals(ana.account())
                        && stage.backpack(anew).size() == 1
                        && stage.holds(anew, debater));
    }
}
