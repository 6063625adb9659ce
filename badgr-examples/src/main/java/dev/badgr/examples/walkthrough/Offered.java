package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.Explanation;

/** The host's policy: badges of an issuer that it doesn't know well are only offered. */
final class Offered {
    private final Stage stage;
    private final Badgr badgr;

    Offered(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    Award play(Visitor mia) {
        stage.scene("Accept, decline, restore");
        stage.tell("The portal lets its own badges and the school's into Backpacks; everybody else's wait for a yes."
                + " The City Library awards \"Bookworm\".");
        Award award = stage.award(Catalog.BOOKWORM, mia.email);
        stage.deliverNotices();
        stage.check("it is offered, and not in the Backpack", offers(mia, award) && !stage.holds(mia, award));
        stage.explain(mia, award);
        decide(mia, award.id());
        stage.check("she has decided: it is not offered any more", !offers(mia, award));
        declineAndRestore(mia, award);
        return award;
    }

    private void decide(Visitor mia, AwardId award) {
        boolean accepted = new Form(stage)
                        .box("accept", "Accept \"Bookworm\"", "y")
                        .until(form -> form.ticked("accept")
                                ? badgr.backpacks().accept(mia.account(), award)
                                : badgr.backpacks().decline(mia.account(), award))
                instanceof Explanation.Shown;
        if (!accepted) {
            stage.tell("It is put away. She takes it back:");
            stage.done(badgr.backpacks().restore(mia.account(), award));
        }
    }

    private void declineAndRestore(Visitor mia, Award award) {
        stage.showBackpack(mia, "");
        stage.check("it is in the Backpack", stage.holds(mia, award));
        stage.tell("She puts it away, looks where it went, and takes it back.");
        stage.done(badgr.backpacks().decline(mia.account(), award.id()));
        stage.explain(mia, award);
        stage.check("declined, it is not in the Backpack", !stage.holds(mia, award));
        stage.done(badgr.backpacks().restore(mia.account(), award.id()));
        stage.check("restored, it is there again", stage.holds(mia, award));
        stage.refused("not-there", badgr.backpacks().restore(mia.account(), award.id()));
    }

    private boolean offers(Visitor mia, Award award) {
        return badgr.backpacks().page(mia.account(), BackpackQuery.newest(50).in(AwardState.OFFERED)).items().stream()
                .anyMatch(entry -> entry.award().id().equals(award.id()));
    }
}
