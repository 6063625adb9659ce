package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.CodeForm;
import dev.badgr.CodeSent;
import dev.badgr.EmailForm;
import dev.badgr.ProfileForm;
import dev.badgr.Welcome;
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
        Visitor ben = newcomer("Ben", "Ode", stage.cast().ben());
        stage.tell(
                "Ben Ode has an account too. He tries to sign up a second time, and then to add Mia's school address.");
        secondSignUp(ben);
        wantsHers(ben, mia);
        bothWant(ben, mia);
        return ben;
    }

    /** Signs somebody up without a word; the mail is read, but not shown. */
    private Visitor newcomer(String firstName, String lastName, String address) {
        Visitor visitor = new Visitor(address, stage.cast().client(2));
        CodeSent sent = stage.done(badgr.signUps().begin(new EmailForm(address), visitor.client));
        CodeForm code = new CodeForm(stage.mails().codeTo(address));
        stage.done(badgr.signUps().confirm(sent.challenge(), code, visitor.client));
        String terms = badgr.consents().current(visitor.client.locale()).version();
        ProfileForm profile =
                new ProfileForm(firstName, lastName, visitor.password, visitor.password, terms, true, false);
        Welcome welcome = stage.done(badgr.signUps().complete(sent.challenge(), profile, visitor.client));
        visitor.signedIn(welcome.session());
        visitor.name = welcome.account().name().full();
        stage.mails().unread();
        return visitor;
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
        quietlyAdd(mia, team);
        stage.refused("email-taken", badgr.emails().confirm(ben.session(), bens.challenge(), bensCode, ben.client));
        stage.deliverNotices();
        stage.check(
                "the address and its badge are Mia's alone",
                owner(team, mia)
                        && stage.holds(mia, award)
                        && stage.backpack(ben).isEmpty());
    }

    private void quietlyAdd(Visitor visitor, String address) {
        CodeSent sent = stage.done(badgr.emails().add(visitor.session(), new EmailForm(address), visitor.client));
        CodeForm code = new CodeForm(stage.mails().codeTo(address));
        visitor.goesOn(stage.done(badgr.emails().confirm(visitor.session(), sent.challenge(), code, visitor.client))
                .session());
        stage.mails().unread();
    }

    private boolean owner(String address, Visitor visitor) {
        return badgr.accounts()
                .findByEmail(EmailAddress.parse(address))
                .filter(account -> account.id().equals(visitor.account()))
                .isPresent();
    }
}
