package dev.badgr.examples.walkthrough;

import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.Rule;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.Mail;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.Violation;
import java.util.List;

/** A teacher awards a badge to an address that has no account yet. */
final class FirstAward {
    private final Stage stage;

    FirstAward(Stage stage) {
        this.stage = stage;
    }

    Award play(Visitor mia) {
        stage.scene("A badge for somebody who has no account yet");
        if (stage.prompt().isTyped()) {
            stage.tell(
                    "You play Mia, a pupil; Ms. Adler, her teacher, wants to award her a badge. No mail is really sent: each"
                            + " is shown here. Ctrl-D ends the walkthrough.");
        }
        mia.email =
                freeAddress("E-mail address of the pupil", "mia@", stage.cast().mia());
        stage.tell("Ms. Adler of Northside School awards the badge \"Data Detective\" to " + mia.email
                + ", to whom no account belongs.");
        Badge badge = stage.done(stage.badgr().badges().define(Catalog.DETECTIVE));
        Award award = award(badge, mia.email);
        awardAgain(badge, award);
        define(badge);
        return award;
    }

    /** Asks until the address is one, and has no account; the script's first answer is not an address. */
    String freeAddress(String label, String... script) {
        return new Form(stage)
                .text("email", label, script)
                .refusedFirst("email.format")
                .until(form -> free(form.get("email")));
    }

    private Result<String> free(String typed) {
        try {
            EmailAddress address = EmailAddress.parse(typed);
            return stage.badgr().accounts().findByEmail(address).isEmpty()
                    ? Result.success(address.text())
                    : Result.refused(new Refusal.NotPossible(Rule.EMAIL_TAKEN));
        } catch (InvalidValue invalid) {
            List<Violation> violations = List.of(invalid.violation());
            return Result.refused(new Refusal.InvalidInput(violations));
        }
    }

    private Award award(Badge badge, String address) {
        Awarded awarded = stage.done(stage.badgr().awards().award(wanted(badge, address)));
        stage.check("the award is stored, and the mail about it waits", awarded.isNew() && waitingFor(address) == 1);
        stage.tell("The portal's schedule delivers what waits:");
        stage.deliverNotices();
        Mail mail = stage.mails().latestTo(address);
        stage.check(
                "the mail offers to create an account",
                mail.kind() == Mail.Kind.AWARDED_CREATE_ACCOUNT && mail.text().contains("Create account"));
        return awarded.award();
    }

    private void awardAgain(Badge badge, Award first) {
        stage.tell("The school's server doesn't know whether that went through, and sends the same award again.");
        NewAward same = NewAward.of(badge, first.address()).once("course-7", first.issuedOn());
        Awarded again = stage.done(stage.badgr().awards().award(same));
        stage.check(
                "it is the same award, and no second mail is sent",
                !again.isNew()
                        && again.award().equals(first)
                        && waitingFor(first.address().text()) == 0);
    }

    private void define(Badge badge) {
        stage.tell("It also defines the badge again, as at every start; and once with another text by mistake.");
        stage.check(
                "the same definition changes nothing",
                stage.badgr().badges().define(badge).isSuccess());
        Badge changed = Badge.of(
                badge.issuer(),
                badge.id().name(),
                badge.name(),
                "Something else.",
                badge.criteria(),
                badge.image() + "");
        stage.refused("badge-differs", stage.badgr().badges().define(changed));
    }

    /** The host's own key and time make it one award, however often it is sent. */
    private NewAward wanted(Badge badge, String address) {
        return NewAward.of(badge, EmailAddress.parse(address))
                .once("course-7", stage.clock().instant())
                .withNarrative("Found the pupil who never was absent, and why.");
    }

    private long waitingFor(String address) {
        return stage.badgr().notices().undelivered(100).stream()
                .filter(notice -> notice.to().text().equals(address))
                .count();
    }
}
