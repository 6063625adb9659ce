package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.Exported;
import dev.badgr.Shared;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything about a person: what happened to her account, and the document that she can take along. */
final class TakingAlong {
    private final Stage stage;
    private final Badgr badgr;

    TakingAlong(Stage stage) {
        this.stage = stage;
        this.badgr = stage.badgr();
    }

    void play(Visitor ana, Shared link, Path file) throws IOException {
        stage.scene("Everything about her");
        history(ana);
        Exported exported = export(ana, file);
        stage.tell("Ana asks for everything that is stored about her. It is in " + file + ".");
        String document = Files.readString(file);
        stage.check(
                "her addresses and her badges are in it, the museum's too",
                exported.badges() == 4
                        && containsAll(document, ana, stage.cast().anasOld()));
        stage.check(
                "no password, no hash of one and nothing that opens her link is in it",
                Stream.of(ana.password, "argon2", link.token().value()).noneMatch(document::contains));
    }

    private void history(Visitor ana) {
        stage.tell("Ana looks up what happened to her account lately:");
        List<AuditRecord> latest = stage.done(badgr.audit().own(ana.session(), AuditQuery.newest(4)))
                .items();
        latest.forEach(record -> stage.story().add("  " + words(record) + record.detail()));
        stage.check(
                "that two accounts became one is among it",
                latest.stream().anyMatch(record -> record.event() == Event.ACCOUNTS_MERGED));
    }

    private static String words(AuditRecord record) {
        return Lines.fill(record.event().name().toLowerCase(Locale.ROOT).replace('_', ' '), 24);
    }

    private Exported export(Visitor ana, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return stage.done(badgr.exports().write(ana.session(), out));
        }
    }

    private boolean containsAll(String document, Visitor ana, String old) {
        return Stream.concat(
                        Stream.of(ana.email, ana.schoolEmail, old),
                        stage.backpack(ana).stream().map(entry -> entry.badge().name()))
                .allMatch(document::contains);
    }
}
