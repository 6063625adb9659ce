package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.Delivery;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.Explanation;
import dev.badgr.email.EmailAddress;
import dev.badgr.port.Mail;
import dev.badgr.text.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What every scene needs: the library, the story that is printed, the checks, and the props. */
record Stage(Badgr badgr, Story story, Checks checks, Prompt prompt, MailBox mails, StoryClock clock, Cast cast) {
    private static final Duration MINUTE = Duration.ofSeconds(61);

    void scene(String title) {
        story.scene(title);
    }

    void tell(String text) {
        story.tell(text);
    }

    /** Looks whether something is as it must be, and goes on in any case. */
    void check(String claim, boolean holds) {
        story.check(claim, checks.that(claim, holds));
    }

    void aMinuteLater() {
        clock.advance(MINUTE);
    }

    /** What was asked for; the story can't go on without it. */
    <T> T done(Result<T> result) {
        return result.fold(value -> value, refusal -> {
            show(refusal);
            throw new StoryBroken("unexpectedly refused: " + rule(refusal));
        });
    }

    /** Checks that something was refused by this rule, and shows the words that a person reads. */
    void refused(String rule, Result<?> result) {
        String actual = result.fold(done -> "done", refusal -> {
            show(refusal);
            return rule(refusal);
        });
        if (!checks.that("it is refused: " + rule, actual.equals(rule))) {
            story.check("it is refused: " + rule + ", but it was " + actual, false);
        }
    }

    /** Shows the words that a person reads who typed it herself, and spares her the waiting. */
    void refusedTyped(Refusal refusal) {
        show(refusal);
        if (refusal instanceof Refusal.TryLater later) {
            clock.advanceTo(later.at());
            story.add("(The walkthrough puts its clock forward, so that you need not wait. Please answer again.)");
        }
    }

    /** One message for each field, as a page shows them. */
    private void show(Refusal refusal) {
        if (refusal instanceof Refusal.InvalidInput invalid) {
            invalid.violations().forEach(violation -> story.refused(violation.message(Locale.ENGLISH)));
        } else {
            story.refused(refusal.message(Locale.ENGLISH));
        }
    }

    /** The rule that a refusal names; the rules of all fields of a form. */
    static String rule(Refusal refusal) {
        return refusal instanceof Refusal.InvalidInput invalid
                ? invalid.violations().stream().map(Violation::rule).collect(Collectors.joining(" "))
                : refusal.key();
    }

    /** Shows the mails that have arrived: those about the safety of an account in short. */
    void showMail() {
        Map<String, List<Mail>> security = new LinkedHashMap<>();
        for (Mail mail : mails.unread()) {
            if (mail.kind() == Mail.Kind.SECURITY) {
                security.computeIfAbsent(mail.text(), text -> new ArrayList<>()).add(mail);
            } else {
                story.mail(mail);
            }
        }
        security.values()
                .forEach(same -> story.mailsInShort(
                        same.stream().map(mail -> mail.to().text()).toList(), same.get(0)));
    }

    /** The portal's schedule comes round: what was stored with the awards and changes is sent. */
    Delivery deliverNotices() {
        Delivery delivery = badgr.notices().deliver(100);
        showMail();
        return delivery;
    }

    /** The issuer's side: the badge is defined, as at every start, and awarded. */
    Award award(Badge badge, String address) {
        return done(badgr.awards().award(NewAward.of(done(badgr.badges().define(badge)), EmailAddress.parse(address))))
                .award();
    }

    List<BackpackEntry> backpack(Visitor owner) {
        return badgr.backpacks().page(owner.account(), BackpackQuery.newest(50)).items();
    }

    boolean holds(Visitor owner, Award award) {
        return backpack(owner).stream().anyMatch(entry -> entry.award().id().equals(award.id()));
    }

    void showBackpack(Visitor owner, String when) {
        story.backpack("Backpack of " + owner.name + when, backpack(owner));
    }

    /** Shows what a person reads who asks why a badge is, or is not, in her Backpack. */
    Explanation explain(Visitor owner, Award award) {
        Explanation explanation = badgr.backpacks().explain(owner.account(), award.id());
        story.add("She asks where this badge is, and reads:");
        story.reads(explanation.message(Locale.ENGLISH));
        return explanation;
    }
}
