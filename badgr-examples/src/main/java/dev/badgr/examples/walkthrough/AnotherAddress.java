package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.CodeForm;
import dev.badgr.CodeSent;
import dev.badgr.EmailAdded;
import dev.badgr.EmailForm;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.Session;
import dev.badgr.award.Award;
import dev.badgr.backpack.Explanation;
import dev.badgr.email.ChallengeId;
import dev.badgr.examples.walkthrough.CodePage.Move;

/** A badge that is not in the Backpack because it was awarded to another address of hers. */
final class AnotherAddress {
    private final Stage stage;
    private final Badgr badgr;

    AnotherAddress(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    Award play(Visitor mia) {
        stage.scene("A badge at another address");
        mia.schoolEmail = schoolAddress();
        stage.tell("After a debate, Ms. Adler awards \"Fair Debater\" to " + mia.schoolEmail
                + ", the address that the school knows.");
        Award award = stage.award(Catalog.DEBATER, mia.schoolEmail);
        stage.deliverNotices();
        missing(mia, award);
        Session before = mia.session();
        add(mia, mia.schoolEmail, Move.WRONG, Move.RIGHT);
        there(mia, award, before);
        return award;
    }

    private String schoolAddress() {
        return stage.prompt().isTyped()
                ? new FirstAward(stage).freeAddress("Another address of yours", "")
                : stage.cast().school();
    }

    private void missing(Visitor mia, Award award) {
        SigningIn.quietly(stage, mia);
        stage.showBackpack(mia, ", before");
        stage.check("the badge is not in it", !stage.holds(mia, award));
        Explanation explanation = stage.explain(mia, award);
        stage.check("she learns which address to verify", explanation instanceof Explanation.VerifyAddress);
    }

    /** Adds an address, which takes a code from a mail to it. */
    void add(Visitor visitor, String address, Move... moves) {
        stage.tell("She adds the address " + address + ".");
        CodeSent sent = stage.done(badgr.emails().add(visitor.session(), new EmailForm(address), visitor.client));
        CodePage page = new CodePage(
                stage, address, sent, challenge -> badgr.emails().resend(visitor.session(), challenge, visitor.client));
        EmailAdded added = page.until((challenge, form) -> confirm(visitor, challenge, form), moves);
        visitor.goesOn(added.session());
    }

    /** Whoever took long to find the mail signs in again; the code still counts. */
    private Result<EmailAdded> confirm(Visitor visitor, ChallengeId challenge, CodeForm form) {
        Result<EmailAdded> result = badgr.emails().confirm(visitor.session(), challenge, form, visitor.client);
        boolean tooOld = result instanceof Result.Refused<EmailAdded> refused
                && refused.refusal() instanceof Refusal.SignInTooOld;
        if (!tooOld) {
            return result;
        }
        SigningIn.quietly(stage, visitor);
        return badgr.emails().confirm(visitor.session(), challenge, form, visitor.client);
    }

    private void there(Visitor mia, Award award, Session before) {
        stage.deliverNotices();
        stage.showBackpack(mia, ", after");
        stage.check("the badge is in it, and nothing had to be moved", stage.holds(mia, award));
        stage.check("both addresses are told of the change", told(mia.email) && told(mia.schoolEmail));
        stage.tell("On another computer, where she had stayed signed in:");
        stage.refused("session-ended", badgr.signIns().check(before));
    }

    private boolean told(String address) {
        return stage.mails().latestTo(address).text().startsWith("An e-mail address was added");
    }
}
