package dev.badgr.examples.bulk;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.Badgr;
import dev.badgr.Bulk;
import dev.badgr.BulkListener;
import dev.badgr.BulkOutcome;
import dev.badgr.BulkProgress;
import dev.badgr.Secrets;
import dev.badgr.Site;
import dev.badgr.bulk.BulkFile;
import dev.badgr.bulk.BulkFile.Format;
import dev.badgr.jdbc.JdbcStorage;
import dev.badgr.port.BadgrException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Awards what is in a file, or takes it back. A run that ends in the middle is begun again with the same file. */
public final class BulkAwards {
    private static final List<String> SECRETS =
            List.of("BADGR_DB_PASSWORD", "BADGR_CODE_SECRET", "BADGR_RECIPIENT_SECRET");

    private final BulkOptions options;
    private final PrintStream out;
    private final boolean terminal;

    private BulkAwards(BulkOptions options, PrintStream out, boolean terminal) {
        this.options = options;
        this.out = out;
        this.terminal = terminal;
    }

    /** The JDK's plain console is there only in a terminal; newer JDKs have others, too. */
    @SuppressWarnings("SystemConsoleNull")
    public static void main(String... args) {
        System.setProperty("jdk.console", "java.base");
        System.exit(run(System.getenv(), System.out, System.console() != null, args));
    }

    /** The same without ending the process; what main exits with. */
    static int run(Map<String, String> environment, PrintStream out, boolean terminal, String... args) {
        Optional<BulkOptions> options = BulkOptions.parse(args);
        if (options.isEmpty() || !environment.keySet().containsAll(SECRETS)) {
            out.print(BulkOptions.USAGE);
            return 2;
        }
        try (HikariDataSource database = database(options.get(), environment)) {
            return new BulkAwards(options.get(), out, terminal).run(badgr(database, environment));
        } catch (BadgrException | UncheckedIOException | IOException e) {
            out.println("Broken off: " + e.getMessage());
            return 3;
        }
    }

    private static HikariDataSource database(BulkOptions options, Map<String, String> environment) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(options.url());
        database.setUsername(options.user());
        database.setPassword(environment.get(SECRETS.get(0)));
        database.setMaximumPoolSize(2);
        return database;
    }

    private static Badgr badgr(HikariDataSource database, Map<String, String> environment) {
        return Badgr.builder()
                .storage(JdbcStorage.of(database))
                .secrets(Secrets.fromBase64(
                        environment.getOrDefault(SECRETS.get(1), ""), environment.getOrDefault(SECRETS.get(2), "")))
                .site(Site.at("Bulk", "https://localhost"))
                .mailer(mail -> {
                    throw new IllegalStateException("mails are delivered by the application");
                })
                .build();
    }

    private int run(Badgr badgr) throws IOException {
        Bulk bulk = badgr.awards().bulk().expecting(rows(options.file()));
        Reasons reasons = new Reasons();
        ProgressLine line = new ProgressLine(out, terminal);
        try (InputStream file = Files.newInputStream(options.file());
                OutcomeFile outcomes = new OutcomeFile(options.outcomes())) {
            BulkProgress all = run(options.noNotices() ? bulk.withoutNotices() : bulk, file, new BulkListener() {
                @Override
                public void outcome(long row, BulkOutcome outcome) {
                    outcomes.add(row, outcome);
                    reasons.add(row, outcome);
                }

                @Override
                public void progress(BulkProgress progress) {
                    line.show(progress);
                }
            });
            line.end();
            summarize(all, reasons);
            return all.refused() == 0 ? 0 : 1;
        }
    }

    private BulkProgress run(Bulk bulk, InputStream file, BulkListener listener) {
        return options.revoke()
                ? bulk.revokeLines(BulkFile.revocations(file, options.format()), listener)
                : bulk.awardLines(BulkFile.awards(file, options.format()), listener);
    }

    private void summarize(BulkProgress all, Reasons reasons) {
        out.printf(
                "%s %s, %s before, %s refused in %d s%n",
                ProgressLine.number(all.done()),
                options.revoke() ? "revoked" : "awarded",
                ProgressLine.number(all.doneBefore()),
                ProgressLine.number(all.refused()),
                all.elapsed().toSeconds());
        reasons.first().forEach(reason -> out.println("  " + reason));
    }

    /** About: a row may have several lines. */
    private long rows(Path path) throws IOException {
        long lines = 0;
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            for (int next = file.read(); next >= 0; next = file.read()) {
                lines += next == '\n' ? 1 : 0;
            }
        }
        return Math.max(0, options.format() == Format.CSV ? lines - 1 : lines);
    }
}
