package dev.badgr.examples.walkthrough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What badgr has logged: who did what, without giving anybody away. */
final class SecurityLog {
    private final Stage stage;

    SecurityLog(Stage stage) {
        this.stage = stage;
    }

    void play(Path file, Visitor mia) throws IOException {
        stage.scene("What the log says");
        List<String> events = Files.readAllLines(file).stream()
                .filter(line -> line.contains("dev.badgr.security"))
                .toList();
        stage.tell("badgr logs every event that matters for security, such as these:");
        events.stream().limit(4).forEach(line -> stage.story().add("  " + line));
        stage.check("there are such lines", events.size() > 10);
        String all = String.join("\n", events);
        stage.check(
                "no code, password or full address is in them",
                Stream.concat(
                                Stream.of(mia.email, mia.schoolEmail, mia.password, Cast.PASSWORD),
                                stage.mails().codes().stream())
                        .noneMatch(secret -> words(all).contains(secret)));
    }

    /** Whole words only: six digits may well be a part of some id. */
    private static List<String> words(String text) {
        return List.of(text.split("[\\s,;:=\"'()\\[\\]]+"));
    }
}
