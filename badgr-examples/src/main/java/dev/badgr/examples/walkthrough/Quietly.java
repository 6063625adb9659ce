package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.Client;
import dev.badgr.CodeForm;
import dev.badgr.CodeSent;
import dev.badgr.EmailForm;
import dev.badgr.ProfileForm;
import dev.badgr.Welcome;

/** What an earlier scene has shown already: done without a word. Mails are read, but not shown. */
final class Quietly {
    private final Stage stage;
    private final Badgr badgr;

    Quietly(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    /** Signs somebody up. */
    Visitor newcomer(String firstName, String lastName, String address, Client client) {
        Visitor visitor = new Visitor(address, client);
        CodeSent sent = stage.done(badgr.signUps().begin(new EmailForm(address), client));
        stage.done(badgr.signUps().confirm(sent.challenge(), code(address), client));
        String terms = badgr.consents().current(client.locale()).version();
        ProfileForm profile =
                new ProfileForm(firstName, lastName, visitor.password, visitor.password, terms, true, false);
        Welcome welcome = stage.done(badgr.signUps().complete(sent.challenge(), profile, client));
        visitor.signedIn(welcome.session());
        visitor.name = welcome.account().name().full();
        stage.mails().unread();
        return visitor;
    }

    /** Adds an address. */
    void add(Visitor visitor, String address) {
        CodeSent sent = stage.done(badgr.emails().add(visitor.session(), new EmailForm(address), visitor.client));
        visitor.goesOn(
                stage.done(badgr.emails().confirm(visitor.session(), sent.challenge(), code(address), visitor.client))
                        .session());
        stage.mails().unread();
    }

    /** Sends what waits to be sent. */
    void deliverNotices() {
        badgr.notices().deliver(100);
        stage.mails().unread();
    }

    /** Types the code from the latest mail to this address. */
    CodeForm code(String address) {
        return new CodeForm(stage.mails().codeTo(address));
    }
}
