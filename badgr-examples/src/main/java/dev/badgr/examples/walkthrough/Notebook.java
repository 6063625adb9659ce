package dev.badgr.examples.walkthrough;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** What one run tells the next, beside the database: how many runs there were, how late it got, and whose account was first. */
final class Notebook {
    /**
     * The account that the first finished run made.
     *
     * @param email its address
     * @param scripted whether the script chose the password, so that a later run knows it
     * @param backpack the ids of the badges in the Backpack as the run ended, newest first
     */
    record FirstAccount(String email, boolean scripted, List<String> backpack) {}

    private final Path file;
    private final Properties notes = new Properties();

    Notebook(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                notes.load(in);
            }
        }
    }

    /** Begins a run, and returns its number: 1 for the first. */
    int nextRun() {
        int run = Integer.parseInt(notes.getProperty("runs", "0")) + 1;
        write("runs", Integer.toString(run));
        return run;
    }

    Instant latest() {
        return Instant.parse(notes.getProperty("latest", Instant.EPOCH.toString()));
    }

    void latest(Instant time) {
        write("latest", time.toString());
    }

    Optional<FirstAccount> firstAccount() {
        return Optional.ofNullable(notes.getProperty("first.email"))
                .map(email -> new FirstAccount(
                        email,
                        Boolean.parseBoolean(notes.getProperty("first.scripted")),
                        notes.getProperty("first.backpack", "").lines().toList()));
    }

    void firstAccount(FirstAccount account) {
        notes.setProperty("first.scripted", Boolean.toString(account.scripted()));
        notes.setProperty("first.backpack", String.join("\n", account.backpack()));
        write("first.email", account.email());
    }

    private void write(String key, String value) {
        notes.setProperty(key, value);
        try {
            Path next = file.resolveSibling(file.getFileName() + ".new");
            try (Writer out = Files.newBufferedWriter(next)) {
                notes.store(out, "What one walkthrough tells the next. Delete the whole folder to begin anew.");
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
