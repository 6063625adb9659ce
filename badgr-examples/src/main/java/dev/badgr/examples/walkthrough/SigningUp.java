package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.CodeForm;
import dev.badgr.CodeSent;
import dev.badgr.EmailForm;
import dev.badgr.EmailProven;
import dev.badgr.ProfileForm;
import dev.badgr.Result;
import dev.badgr.Welcome;
import dev.badgr.award.Award;
import dev.badgr.email.EmailAddress;
import dev.badgr.examples.walkthrough.CodePage.Move;

/** The six steps of a sign-up: address, code, name and password, Terms and updates, welcome, Backpack. */
final class SigningUp {
    private final Stage stage;
    private final Badgr badgr;

    SigningUp(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    void play(Visitor mia, Award waiting) {
        stage.scene("Signing up");
        stage.tell("She opens https://plp.example/badges/sign-up and gives the address that the mail came to.");
        EmailProven proven = proveAddress(mia);
        stage.check("there is still no account: nothing was anybody's before the proof", noAccount(mia));
        Welcome welcome = fillIn(mia, proven);
        mia.signedIn(welcome.session());
        mia.name = welcome.account().name().full();
        stage.tell("Welcome to Riverside PLP, " + welcome.account().name().firstName() + "!");
        stage.story().backpack("Backpack of " + mia.name, welcome.backpack().items());
        check(mia, proven, welcome, waiting);
    }

    private EmailProven proveAddress(Visitor mia) {
        CodeSent sent = stage.done(badgr.signUps().begin(new EmailForm(mia.email), mia.client));
        CodePage page = new CodePage(
                stage, mia.email, sent, challenge -> badgr.signUps().resend(challenge, mia.client));
        EmailProven proven = page.until(
                (challenge, form) -> badgr.signUps().confirm(challenge, form, mia.client),
                Move.WRONG,
                Move.MALFORMED,
                Move.RESEND_AT_ONCE,
                Move.RESEND_AFTER_A_MINUTE,
                Move.CODE_OF_FIRST_MAIL,
                Move.RIGHT);
        stage.tell("The address is proven. Somebody who looked over her shoulder types the same code again:");
        CodeForm same = new CodeForm(stage.mails().codeTo(mia.email));
        stage.refused("code.used", badgr.signUps().confirm(proven.challenge(), same, mia.client));
        return proven;
    }

    private Welcome fillIn(Visitor mia, EmailProven proven) {
        stage.tell("Now her name, a password, and two boxes.");
        Form page = new Form(stage)
                .text("firstName", "First name", " ", "Mia")
                .text("lastName", "Last name", "Hart")
                .secret("password", "Password", "otters", "password12345678", "m hart likes otters", Cast.PASSWORD)
                .secret("confirmation", "The same again", "otters", "password12345678", "m hart likes otters", "otters", Cast.PASSWORD)
                .box("termsAccepted", "I agree to the Terms " + proven.terms().version(), "n", "y")
                .box("emailUpdates", "Send me e-mail updates", "y")
                .refusedFirst(
                        "required terms.required password.too-short",
                        "password.guessable",
                        "password.personal",
                        "confirmation.different");
        Welcome welcome = page.until(form -> complete(mia, proven, form));
        mia.password = page.get("password");
        return welcome;
    }

    private Result<Welcome> complete(Visitor mia, EmailProven proven, Form form) {
        ProfileForm profile = new ProfileForm(
                form.get("firstName"),
                form.get("lastName"),
                form.get("password"),
                form.get("confirmation"),
                proven.terms().version(),
                form.ticked("termsAccepted"),
                form.ticked("emailUpdates"));
        return badgr.signUps().complete(proven.challenge(), profile, mia.client);
    }

    private void check(Visitor mia, EmailProven proven, Welcome welcome, Award waiting) {
        stage.check(
                "the badge that was awarded before is in her Backpack already",
                welcome.backpack().items().stream().anyMatch(e -> e.award().id().equals(waiting.id())));
        stage.check(
                "what she agreed to is on record, with the hash of its text",
                badgr.consents().agreed(mia.account()).stream()
                        .anyMatch(consent -> consent.sha256().equals(proven.terms().sha256())));
        boolean wantsUpdates = badgr.consents().wantsEmailUpdates(mia.account());
        stage.check(
                "so is her choice about e-mail updates",
                stage.prompt().isTyped() || wantsUpdates);
        stage.check("the proof was used up by this one account", badgr.signUps().resend(proven.challenge(), mia.client) instanceof Result.Refused);
    }

    private boolean noAccount(Visitor mia) {
        return badgr.accounts().findByEmail(EmailAddress.parse(mia.email)).isEmpty();
    }
}
