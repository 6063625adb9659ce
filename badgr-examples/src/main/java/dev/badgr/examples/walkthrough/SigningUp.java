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
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.examples.walkthrough.CodePage.Move;
import dev.badgr.terms.TermsVersion;

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
        stage.tell("Mia opens https://plp.example/badges/sign-up and gives the address that the mail came to.");
        EmailProven proven = proveAddress(mia);
        stage.check("there is still no account: nothing was anybody's before the proof", noAccount(mia));
        TermsVersion terms = badgr.consents().current(mia.client.locale());
        Form page = page(terms);
        Welcome welcome = fillIn(mia, proven.challenge(), terms, page);
        mia.signedIn(welcome.session());
        mia.name = welcome.account().name().full();
        stage.tell("Welcome to Riverside PLP, " + welcome.account().name().firstName() + "!");
        stage.story().backpack("Backpack of " + mia.name, welcome.backpack().items());
        stage.check("the welcome shows it", welcome.backpack().items().equals(stage.backpack(mia)));
        check(mia, terms, page.ticked("emailUpdates"), waiting);
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

    private Form page(TermsVersion terms) {
        return new Form(stage)
                .text("firstName", "First name", " ", "Mia")
                .text("lastName", "Last name", "Hart")
                .secret("password", "Password", "otters", "password12345678", "m hart likes otters", Cast.PASSWORD)
                .secret(
                        "confirmation",
                        "The same again",
                        "otters",
                        "password12345678",
                        "m hart likes otters",
                        "otters",
                        Cast.PASSWORD)
                .box("termsAccepted", "I agree to the Terms " + terms.version(), "n", "y")
                .box("emailUpdates", "Send me e-mail updates", "y")
                .refusedFirst(
                        "required terms.required password.too-short",
                        "password.guessable",
                        "password.personal",
                        "confirmation.different");
    }

    private Welcome fillIn(Visitor mia, ChallengeId proof, TermsVersion terms, Form page) {
        stage.tell("Now her name, a password, and two boxes.");
        Welcome welcome = page.until(form -> complete(mia, proof, terms, form));
        mia.password = page.get("password");
        stage.tell("She presses the button a second time:");
        stage.refused("code.used", complete(mia, proof, terms, page));
        return welcome;
    }

    private Result<Welcome> complete(Visitor mia, ChallengeId proof, TermsVersion terms, Form form) {
        ProfileForm profile = new ProfileForm(
                form.get("firstName"),
                form.get("lastName"),
                form.get("password"),
                form.get("confirmation"),
                terms.version(),
                form.ticked("termsAccepted"),
                form.ticked("emailUpdates"));
        return badgr.signUps().complete(proof, profile, mia.client);
    }

    private void check(Visitor mia, TermsVersion terms, boolean updates, Award waiting) {
        stage.check("the badge that was awarded before is in her Backpack already", stage.holds(mia, waiting));
        stage.check(
                "what she agreed to is on record, with the hash of its text",
                badgr.consents().agreed(mia.account()).stream()
                        .anyMatch(consent -> consent.sha256().equals(terms.sha256())));
        boolean wantsUpdates = badgr.consents().wantsEmailUpdates(mia.account());
        stage.check("so is her choice about e-mail updates", wantsUpdates == updates);
    }

    private boolean noAccount(Visitor mia) {
        return badgr.accounts().findByEmail(EmailAddress.parse(mia.email)).isEmpty();
    }
}
