package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.Shared;
import dev.badgr.award.Award;
import dev.badgr.backpack.SharedBadge;
import dev.badgr.backpack.SharedView;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** A link by which others can look at one badge. */
final class Showing {
    private final Stage stage;
    private final Badgr badgr;

    Showing(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    void play(Visitor mia, Award debater) {
        stage.scene("A link to share one badge");
        Shared link = create(mia, debater);
        stage.tell("She puts the badge away, and takes it back:");
        stage.done(badgr.backpacks().decline(mia.account(), debater.id()));
        boolean stopped = view(link).isEmpty();
        stage.done(badgr.backpacks().restore(mia.account(), debater.id()));
        stage.check(
                "the link stops at once when the badge is declined, and works again when it is restored",
                stopped && view(link).isPresent());
        expiry(mia, debater);
        stage.tell("She takes the link back:");
        stage.check(
                "that can be done once",
                badgr.sharing().revoke(mia.account(), link.link().id())
                        && !badgr.sharing().revoke(mia.account(), link.link().id()));
        stage.check(
                "the link shows nothing any more, like any link that never was",
                view(link).isEmpty() && badgr.sharing().view("no-such-link").isEmpty());
    }

    private Shared create(Visitor mia, Award debater) {
        Shared link = stage.done(badgr.sharing().create(mia.account(), debater.id(), Optional.empty()));
        stage.tell("She makes a link: " + link.url());
        SharedBadge page = (SharedBadge) view(link).orElseThrow(() -> new StoryBroken("the new link shows nothing"));
        stage.tell("Whoever opens it reads: \"" + page.badge().name() + "\", awarded by "
                + page.badge().issuer().name() + " to " + page.earnedBy() + " on "
                + LocalDate.ofInstant(page.issuedOn(), ZoneOffset.UTC) + ".");
        String all = page.toString();
        stage.check("the public page shows no address", !all.contains(mia.email) && !all.contains(mia.schoolEmail));
        return link;
    }

    private void expiry(Visitor mia, Award debater) {
        Shared forAnHour =
                stage.done(badgr.sharing().create(mia.account(), debater.id(), Optional.of(Duration.ofHours(1))));
        stage.tell("For an application she makes a link that works for an hour.");
        boolean works = view(forAnHour).isPresent();
        stage.clock().advance(Duration.ofHours(1));
        stage.check(
                "it works, and an hour later it shows nothing",
                works && view(forAnHour).isEmpty());
    }

    /** What the portal's page for such a link does: the last part of the address is the token. */
    private Optional<SharedView> view(Shared link) {
        String path = link.url().getPath();
        return badgr.sharing().view(path.substring(path.lastIndexOf('/') + 1));
    }
}
