package dev.badgr.examples.walkthrough;

import dev.badgr.Shared;
import dev.badgr.award.Award;
import java.io.IOException;

/** Somebody with two accounts: she makes one of them, shows it, takes everything along, and leaves. */
final class AnasAccounts {
    private final Stage stage;

    AnasAccounts(Stage stage) {
        this.stage = stage;
    }

    void play(Museum museum, DataFolder folder) throws IOException {
        Quietly quietly = new Quietly(stage);
        Cast cast = stage.cast();
        Visitor old = quietly.newcomer("Ani", "Lemos", cast.anasOld(), cast.client(6));
        stage.aMinuteLater();
        quietly.add(old, cast.anasSchool());
        Visitor ana = quietly.newcomer("Ana", "Lemos", cast.ana(), cast.client(7));
        Award detective = new MovingAddress(stage).play(ana, old);
        Award debater = new MergingAccounts(stage).play(ana, old);
        Shared link = new ShowingCollection(stage).play(ana, detective, debater);
        new BringingBadges(stage, museum).play(ana);
        new TakingBadgesOut(stage).play(debater, folder.picture());
        new TakingAlong(stage).play(ana, link, folder.export());
        new Leaving(stage).play(ana, debater);
    }
}
