package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.CodeForm;
import dev.badgr.CodeSent;
import dev.badgr.EmailForm;
import dev.badgr.award.Award;
import dev.badgr.email.EmailAddress;
import dev.badgr.port.Mail;

/** An address belongs to one account: what a second person reads who wants it. */
final class TwoPeople {
    private final Stage stage;
    private final Badgr badgr;

    TwoPeople(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    Visitor play(Visitor mia) {
        stage.scene("Two people, one address");
        Visitor ben = new Quietly(stage)
                .newcomer("Ben", "Ode", stage.cast().ben(), stage.cast().client(2));
        stage.tell(
                "Ben Ode has an account too. He tries to sign up a second time, and then to add Mia's school address.");
        secondSignUp(ben);
        wantsHers(ben, mia);
        bothWant(ben, mia);
        return ben;
    }

    private void secondSignUp(Visitor ben) {
        stage.aMinuteLater();
        CodeSent sent = stage.done(badgr.signUps().begin(new EmailForm(ben.email), ben.client));
        stage.story().reads("A code is on its way to " + sent.sentTo() + ".");
        stage.showMail();
        stage.check(
                "the page answers as always, and the mailbox gets another mail",
                stage.mails().latestTo(ben.email).kind() == Mail.Kind.SIGN_UP_HAS_ACCOUNT);
    }

    private void wantsHers(Visitor ben, Visitor mia) {
        stage.aMinuteLater();
        CodeSent sent = stage.done(badgr.emails().add(ben.session(), new EmailForm(mia.schoolEmail), ben.client));
        stage.story().reads("A code is on its way to " + sent.sentTo() + ".");
        stage.showMail();
        Mail mail = stage.mails().latestTo(mia.schoolEmail);
        stage.check(
                "Mia is told; the mail has no code",
                mail.kind() == Mail.Kind.ADD_EMAIL_TAKEN && !mail.values().containsKey("code"));
        stage.tell("Ben guesses:");
        CodeForm guess = new CodeForm("123456");
        stage.refused("wrong-code", badgr.emails().confirm(ben.session(), sent.challenge(), guess, ben.client));
        stage.check("the address is Mia's as before", owner(mia.schoolEmail, mia));
    }

    private void bothWant(Visitor ben, Visitor mia) {
        String team = stage.cast().team();
        stage.tell("Both read the mailbox of the debating team, " + team
                + ". Ben asks for a code first and is called away;"
                + " Mia asks later, and confirms before he does. Then Ben types his code, which is right:");
        Award award = stage.award(Catalog.HELPER, team);
        CodeSent bens = stage.done(badgr.emails().add(ben.session(), new EmailForm(team), ben.client));
        CodeForm bensCode = new CodeForm(stage.mails().codeTo(team));
        stage.aMinuteLater();
        SigningIn.quietly(stage, mia);
        new Quietly(stage).add(mia, team);
        stage.refused("email-taken", badgr.emails().confirm(ben.session(), bens.challenge(), bensCode, ben.client));
        stage.deliverNotices();
        stage.check(
                "the address and its badge are Mia's alone",
                owner(team, mia)
                        && stage.holds(mia, award)
                        && stage.backpack(ben).isEmpty());
    }

    private boolean owner(String address, Visitor visitor) {
        return badgr.accounts()
                .findByEmail(EmailAddress.parse(address))
                .filter(account -> account.id().equals(visitor.account()))
                .isPresent();
    }
}
