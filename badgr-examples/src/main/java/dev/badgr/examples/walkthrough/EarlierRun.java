package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.SignInForm;
import dev.badgr.account.Account;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.EmailAddress;
import dev.badgr.examples.walkthrough.Notebook.FirstAccount;
import java.util.List;
import java.util.Optional;

/** What was stored is still there after the database was stopped and started. */
final class EarlierRun {
    private final Stage stage;
    private final Badgr badgr;

    EarlierRun(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    void play(FirstAccount first) {
        stage.scene("The account of an earlier run");
        stage.tell("An earlier run made an account for " + first.email()
                + ". The database was stopped and started since.");
        Optional<Account> found = badgr.accounts().findByEmail(EmailAddress.parse(first.email()));
        stage.check("the first run's account is found", found.isPresent());
        if (found.isEmpty()) {
            return;
        }
        if (first.scripted()) {
            signIn(first, found.get());
        }
        List<BackpackEntry> entries = badgr.backpacks()
                .page(found.get().id(), BackpackQuery.newest(50))
                .items();
        stage.story().backpack("Backpack of " + found.get().name().full() + ", as it is now", entries);
        stage.check("the Backpack is as that run left it", ids(entries).equals(first.backpack()));
    }

    private void signIn(FirstAccount first, Account account) {
        stage.tell("Its owner signs in with the password that she set then.");
        SignInForm form = new SignInForm(first.email(), Cast.NEW_PASSWORD);
        boolean signedIn = badgr.signIns()
                .withPassword(form, stage.cast().client(5))
                .fold(in -> in.account().id().equals(account.id()), refusal -> false);
        stage.check("the password still works", signedIn);
    }

    static List<String> ids(List<BackpackEntry> entries) {
        return entries.stream().map(entry -> entry.award().id().text()).toList();
    }
}
