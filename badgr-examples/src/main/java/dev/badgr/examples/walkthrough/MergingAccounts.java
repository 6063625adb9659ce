package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.CodeSent;
import dev.badgr.EmailForm;
import dev.badgr.MergePreview;
import dev.badgr.Merged;
import dev.badgr.Session;
import dev.badgr.award.Award;
import dev.badgr.email.ChallengeId;
import java.util.Locale;
import java.util.Optional;

/** One account of two. */
final class MergingAccounts {
    private final Stage stage;
    private final Badgr badgr;

    MergingAccounts(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    Award play(Visitor ana, Visitor old) {
        stage.scene("Making one account of two");
        Award award = stage.award(Catalog.DEBATER, old.email);
        stage.award(Catalog.HELPER, ana.email);
        new Quietly(stage).deliverNotices();
        ChallengeId proof = prove(ana, old);
        preview(ana, old, proof);
        merge(ana, old, proof, award);
        return award;
    }

    private ChallengeId prove(Visitor ana, Visitor old) {
        stage.tell("Ana has badges on both accounts. Signed in to the new one, she proves that the old one is hers too:"
                + " by a code that is mailed to " + old.email + ".");
        stage.aMinuteLater();
        CodeSent sent = stage.done(badgr.merges().begin(ana.session(), new EmailForm(old.email), ana.client));
        stage.showMail();
        return stage.done(badgr.merges()
                .confirm(ana.session(), sent.challenge(), new Quietly(stage).code(old.email), ana.client));
    }

    private void preview(Visitor ana, Visitor old, ChallengeId proof) {
        MergePreview preview = stage.done(badgr.merges().preview(ana.session(), proof));
        stage.tell("She sees what would come along, and what would be lost:");
        preview.emails()
                .forEach(coming -> stage.story()
                        .add("  + " + coming.email().address().text() + ", with badges: " + coming.badges()));
        preview.conflicts().forEach(conflict -> stage.story().reads(conflict.message(Locale.ENGLISH)));
        stage.check(
                "one address with one badge would come, and nothing has changed yet",
                preview.isPossible()
                        && preview.badges() == 1
                        && stage.backpack(old).size() == 1);
    }

    private void merge(Visitor ana, Visitor old, ChallengeId proof, Award award) {
        Session before = ana.session();
        Merged merged = stage.done(badgr.merges().merge(before, proof, ana.client));
        stage.tell("She merges them. Her browser asks twice:");
        stage.check(
                "the second answer is the same",
                badgr.merges().merge(before, proof, ana.client).fold(merged::equals, refusal -> false));
        ana.goesOn(merged.session());
        stage.deliverNotices();
        stage.showBackpack(ana, ", the only account");
        stage.check(
                "the badges of both are in it",
                stage.holds(ana, award) && stage.backpack(ana).size() == 3);
        ended(ana, old);
    }

    private void ended(Visitor ana, Visitor old) {
        stage.tell("In the browser where she is signed in to the old account:");
        stage.refused("session-ended", badgr.signIns().check(old.session()));
        stage.check(
                "the portal can look up which account took its place",
                badgr.merges().survivorOf(old.account()).equals(Optional.of(ana.account())));
    }
}
