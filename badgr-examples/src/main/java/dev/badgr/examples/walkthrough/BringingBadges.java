package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.Imported;
import dev.badgr.ImportedFile;
import dev.badgr.Rechecked;
import dev.badgr.Refusal;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.email.EmailAddress;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.image.BadgeImage;
import dev.badgr.openbadges.image.Baked;
import dev.badgr.openbadges.image.Unbaked;
import dev.badgr.text.Bytes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A badge from elsewhere: verified, kept if it is hers, and gone when its issuer takes it back. */
final class BringingBadges {
    private static final List<CheckName> SHOWN = List.of(
            CheckName.PROOF,
            CheckName.VERIFICATION_METHOD,
            CheckName.ISSUER_BINDING,
            CheckName.REVOKED,
            CheckName.RECIPIENT);

    private final Stage stage;
    private final Badgr badgr;
    private final Museum museum;

    BringingBadges(Stage stage, Museum museum) {
        this.stage = stage;
        this.badgr = stage.badgr();
        this.museum = museum;
    }

    void play(Visitor ana) {
        stage.scene("Badges from elsewhere");
        Award night = museum.award(EmailAddress.parse(ana.email));
        Bytes picture = museum.picture(night);
        stage.tell("The Lakeside Museum has given Ana a picture of " + picture.length()
                + " bytes with a signed badge in it. It runs a badgr of its own. She brings the file.");
        AwardId brought = bring(ana, picture);
        tampered(ana, picture);
        somebodyElses(ana);
        unchanged(ana, brought, picture);
        takenBack(ana, night, brought);
    }

    private AwardId bring(Visitor ana, Bytes picture) {
        Imported imported = stage.done(badgr.imports().file(ana.account(), picture.toArray(), ana.client));
        show(imported.report());
        stage.showBackpack(ana, ", with the museum's badge");
        stage.check("it is new, and in her Backpack", imported.outcome() == Imported.Outcome.NEW && has(ana, imported));
        Imported again = stage.done(badgr.imports().file(ana.account(), picture.toArray(), ana.client));
        stage.check(
                "brought twice, it is there once",
                again.outcome() == Imported.Outcome.ALREADY_THERE
                        && again.award().id().equals(imported.award().id()));
        return imported.award().id();
    }

    private void tampered(Visitor ana, Bytes picture) {
        stage.tell("Somebody bakes it anew with a better name, and brings that:");
        Refusal refusal = refusal(ana, better(picture));
        stage.check(
                "it is not taken: the signature is not of these words",
                refusal instanceof Refusal.NotImported not
                        && not.report().status(CheckName.PROOF).equals(Optional.of(Status.FAIL)));
    }

    private static byte[] better(Bytes picture) {
        if (BadgeImage.read(picture.toArray()) instanceof Unbaked.Found found
                && BadgeImage.bake(picture, found.text().replace("Night Guide", "Night Chief"), found.version())
                        instanceof Baked.Done done) {
            return done.image().toArray();
        }
        throw new StoryBroken("the badge could not be baked anew");
    }

    private void somebodyElses(Visitor ana) {
        stage.tell("Ana brings a badge that the museum gave to somebody else:");
        Award other = museum.award(EmailAddress.parse(stage.cast().nobody()));
        Refusal refusal = refusal(ana, museum.picture(other).toArray());
        stage.check("it is not taken, though it is good", refusal.key().equals("not-imported.not-yours"));
    }

    private Refusal refusal(Visitor ana, byte[] file) {
        return badgr.imports()
                .file(ana.account(), file, ana.client)
                .fold(
                        taken -> {
                            throw new StoryBroken("a badge was taken that is not hers");
                        },
                        refusal -> {
                            stage.story().refused(refusal.message(Locale.ENGLISH));
                            return refusal;
                        });
    }

    private void unchanged(Visitor ana, AwardId brought, Bytes picture) {
        Optional<ImportedFile> file = badgr.imports().download(ana.account(), brought);
        stage.check(
                "she can take along what she brought, byte for byte",
                file.map(ImportedFile::content).equals(Optional.of(picture)));
    }

    private void takenBack(Visitor ana, Award night, AwardId brought) {
        museum.revoke(night.id());
        stage.tell(
                "The museum takes the badge back. When the portal's schedule looks again, it has left the Backpack:");
        Rechecked rechecked = stage.done(badgr.imports().recheck(ana.account(), brought));
        stage.story().reads(badgr.backpacks().explain(ana.account(), brought).message(Locale.ENGLISH));
        stage.check(
                "it was revoked, and has left",
                rechecked.standing() == Rechecked.Standing.REVOKED
                        && stage.backpack(ana).stream()
                                .noneMatch(entry -> entry.award().id().equals(brought)));
    }

    private void show(Report report) {
        report.checks().stream()
                .filter(line -> SHOWN.contains(line.name()))
                .forEach(line -> stage.story()
                        .add("  " + Lines.fill(line.status().name(), 8)
                                + Lines.fill(line.name().text(), 21) + line.found()));
    }

    private boolean has(Visitor ana, Imported imported) {
        return stage.backpack(ana).stream()
                .anyMatch(entry -> entry.award().id().equals(imported.award().id())
                        && entry.badge().name().equals("Night Guide"));
    }
}
