package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.SignInForm;
import dev.badgr.SignedIn;
import dev.badgr.terms.TermsVersion;

/** Signing in, and agreeing to newer Terms on the way. */
final class SigningIn {
    private final Stage stage;
    private final Badgr badgr;

    SigningIn(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    void play(Visitor mia) {
        stage.scene("Signing out and in");
        stage.tell("She signs out: the portal forgets her session. Overnight, it publishes new Terms of Service.");
        TermsVersion newer = terms(stage.cast().run(), stage);
        badgr.consents().publish(newer);
        samePublicAnswer(mia);
        SignedIn signedIn = signIn(mia);
        stage.check(
                "the sign-in says that the new Terms are due",
                signedIn.consentDue().filter(newer::equals).isPresent());
        agree(mia, newer);
    }

    /** Each run publishes a version of its own, in effect from that moment on. */
    private static TermsVersion terms(int run, Stage stage) {
        String version = "1." + run;
        return TermsVersion.of(
                version,
                stage.clock().instant(),
                "https://plp.example/terms/" + version,
                "Be kind, and don't claim what you haven't done. Version " + version);
    }

    private void samePublicAnswer(Visitor mia) {
        Result<SignedIn> unknown =
                badgr.signIns().withPassword(new SignInForm(stage.cast().nobody(), "some other password"), mia.client);
        Result<SignedIn> wrong =
                badgr.signIns().withPassword(new SignInForm(mia.email, "some other password"), mia.client);
        stage.tell("A stranger tries an address that has no account, then hers, with the same password:");
        stage.refused("sign-in-refused", unknown);
        stage.refused("sign-in-refused", wrong);
        stage.check("the answers don't tell which of them has an account", unknown.equals(wrong));
    }

    private SignedIn signIn(Visitor mia) {
        stage.tell("She signs in.");
        SignedIn signedIn = new Form(stage)
                .text("email", "E-mail address", mia.email)
                .secret("password", "Password", "five otters juggle limes", mia.password)
                .refusedFirst("sign-in-refused")
                .until(form -> badgr.signIns()
                        .withPassword(new SignInForm(form.get("email"), form.get("password")), mia.client));
        mia.signedIn(signedIn.session());
        stage.check("it is her account", signedIn.account().name().full().equals(mia.name));
        return signedIn;
    }

    private void agree(Visitor mia, TermsVersion newer) {
        stage.tell("The portal shows the new Terms: " + newer.url());
        new Form(stage)
                .box("agree", "I agree to the Terms " + newer.version(), "y")
                .until(form -> form.ticked("agree")
                        ? badgr.consents().agree(mia.account(), newer.version(), mia.client)
                        : Result.refused(new Refusal.TermsChanged(newer)));
        stage.check(
                "nothing is due any more",
                badgr.consents().due(mia.account(), mia.client.locale()).isEmpty());
    }

    /** Signs a visitor in without a word, where the story is about something else. */
    static void quietly(Stage stage, Visitor visitor) {
        SignInForm form = new SignInForm(visitor.email, visitor.password);
        visitor.signedIn(stage.done(stage.badgr().signIns().withPassword(form, visitor.client))
                .session());
    }
}
