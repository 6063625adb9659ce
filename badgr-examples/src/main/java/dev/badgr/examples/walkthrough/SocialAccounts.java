package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.Changed;
import dev.badgr.CodeSent;
import dev.badgr.EmailProven;
import dev.badgr.IdentityOutcome;
import dev.badgr.OidcClaims;
import dev.badgr.SignedIn;
import dev.badgr.SocialProfileForm;
import dev.badgr.Welcome;

/** Signing up and in by a social account, whose tokens the portal's OpenID Connect client has validated. */
final class SocialAccounts {
    private final Stage stage;
    private final Badgr badgr;

    SocialAccounts(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    void play(Visitor mia) {
        stage.scene("Social accounts");
        String zoe = stage.cast().zoe();
        Visitor visitor = new Visitor(zoe, stage.cast().client(3));
        otherIssuer(visitor);
        signUp(visitor, stage.cast().claims(Cast.UNIVERSITY, zoe));
        link(mia);
    }

    private void otherIssuer(Visitor zoe) {
        stage.tell("Zoe signs in with an account at " + Cast.ELSEWHERE
                + ", which says that her address is verified. The portal"
                + " has not listed that issuer, so its word is not enough:");
        IdentityOutcome outcome =
                stage.done(badgr.signIns().withIdentity(stage.cast().claims(Cast.ELSEWHERE, zoe.email), zoe.client));
        stage.showMail();
        stage.check("a code is mailed, as for everybody", outcome instanceof CodeSent);
    }

    private void signUp(Visitor zoe, OidcClaims claims) {
        stage.tell(
                "She takes her university's account instead. The portal takes the university's word about addresses at"
                        + " university.example, and only about those, so there is no code to type.");
        IdentityOutcome outcome = stage.done(badgr.signIns().withIdentity(claims, zoe.client));
        if (!(outcome instanceof EmailProven proven)) {
            throw new StoryBroken("the listed issuer's word should have been enough");
        }
        String terms = badgr.consents().current(zoe.client.locale()).version();
        Welcome welcome = new Form(stage)
                .text("firstName", "First name", "Zoe")
                .text("lastName", "Last name", "Vale")
                .box("termsAccepted", "I agree to the Terms " + terms, "n", "y")
                .box("emailUpdates", "Send me e-mail updates", "n")
                .refusedFirst("terms.required")
                .until(form -> badgr.signUps().complete(proven.challenge(), profile(terms, form), zoe.client));
        zoe.signedIn(welcome.session());
        stage.check(
                "she has an account, without a password",
                welcome.account().password().isEmpty());
        IdentityOutcome again = stage.done(badgr.signIns().withIdentity(claims, zoe.client));
        stage.check(
                "from now on, her university's account signs her in",
                again instanceof SignedIn in && in.account().id().equals(zoe.account()));
        stage.tell("She wants to unlink it:");
        stage.refused("last-way-in", badgr.accounts().unlink(zoe.session(), claims.identity(), zoe.client));
    }

    private static SocialProfileForm profile(String terms, Form form) {
        return new SocialProfileForm(
                form.get("firstName"),
                form.get("lastName"),
                terms,
                form.ticked("termsAccepted"),
                form.ticked("emailUpdates"));
    }

    private void link(Visitor mia) {
        stage.tell("Mia has a login at her school, under an address that is verified on her account here.");
        OidcClaims claims = stage.cast().claims(Cast.SCHOOL_LOGIN, stage.cast().team());
        stage.refused("link-needs-sign-in", badgr.signIns().withIdentity(claims, mia.client));
        SigningIn.quietly(stage, mia);
        Changed changed = stage.done(badgr.accounts().link(mia.session(), claims.identity(), mia.client));
        mia.goesOn(changed.session());
        stage.tell("She signs in by password, and links it.");
        stage.deliverNotices();
        IdentityOutcome outcome = stage.done(badgr.signIns().withIdentity(claims, mia.client));
        stage.check(
                "now it signs her in to the same account",
                outcome instanceof SignedIn in && in.account().id().equals(mia.account()));
    }
}
