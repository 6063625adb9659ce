package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.CollectionForm;
import dev.badgr.Shared;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.ShareTargets;
import dev.badgr.backpack.SharedCollection;
import java.util.List;
import java.util.Optional;

/** Several badges under one link. */
final class ShowingCollection {
    private final Stage stage;
    private final Badgr badgr;

    ShowingCollection(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    Shared play(Visitor ana, Award first, Award second) {
        stage.scene("A link to share a collection");
        Collection collection = collect(ana, first, second);
        Shared link = stage.done(badgr.sharing().create(ana.account(), collection.id(), Optional.empty()));
        visitorReads(link);
        putAway(ana, link, second);
        stage.check("the link was opened five times, and that is all she learns of it", views(ana, link) == 5);
        ShareTargets targets = ShareTargets.ofCollection(collection.name(), link.url());
        stage.tell("She posts it. For LinkedIn the page has the link "
                + shortened(targets.linkedIn().toString()));
        return link;
    }

    private Collection collect(Visitor ana, Award first, Award second) {
        stage.tell("Ana puts two badges into a collection, and then the second one first.");
        CollectionForm form = new CollectionForm("For my application", "What I am proud of.");
        Collection empty = stage.done(badgr.collections().create(ana.account(), form));
        stage.done(badgr.collections().add(ana.account(), empty.id(), first.id()));
        Collection two = stage.done(badgr.collections().add(ana.account(), empty.id(), second.id()));
        List<AwardId> order = List.of(second.id(), first.id());
        Collection turned = stage.done(badgr.collections().reorder(ana.account(), two.id(), two.version(), order));
        stage.check("it is in her order", turned.awards().equals(order));
        stage.tell("In another tab, the page with the old order is still open. She drags a badge there:");
        stage.refused("collection-changed", badgr.collections().reorder(ana.account(), two.id(), two.version(), order));
        return turned;
    }

    private void visitorReads(Shared link) {
        stage.tell("She makes a link. Whoever opens it reads:");
        SharedCollection page = view(link);
        stage.story()
                .reads(page.title() + ", by " + page.earnedBy() + ": "
                        + page.description().orElse(""));
        page.badges().forEach(badge -> stage.story().add("  ◆ " + badge.title()));
        stage.check(
                "both badges, and no address",
                page.badges().size() == 2 && !page.toString().contains("@"));
    }

    private void putAway(Visitor ana, Shared link, Award award) {
        stage.tell("She declines the first badge and restores it; then she hides it and restores it.");
        stage.done(badgr.backpacks().decline(ana.account(), award.id()));
        boolean gone = !shows(link, award);
        stage.done(badgr.backpacks().restore(ana.account(), award.id()));
        stage.check("declined, it is gone from the page at once, and comes back", gone && shows(link, award));
        stage.done(badgr.backpacks().hide(ana.account(), award.id()));
        stage.explain(ana, award);
        stage.check("hidden, it is gone too, and the link still works", !shows(link, award));
        stage.done(badgr.backpacks().restore(ana.account(), award.id()));
        stage.check(
                "it is in its old place",
                view(link).badges().get(0).badge().id().equals(award.badge()));
    }

    private boolean shows(Shared link, Award award) {
        return view(link).badges().stream().anyMatch(shown -> shown.badge().id().equals(award.badge()));
    }

    private SharedCollection view(Shared link) {
        return badgr.sharing()
                .view(link.token().value())
                .map(SharedCollection.class::cast)
                .orElseThrow(() -> new StoryBroken("the link to the collection shows nothing"));
    }

    private long views(Visitor ana, Shared link) {
        return badgr.sharing().list(ana.account()).stream()
                .filter(mine -> mine.id().equals(link.link().id()))
                .mapToLong(ShareLink::views)
                .sum();
    }

    private static String shortened(String url) {
        return url.substring(0, 60) + "...";
    }
}
