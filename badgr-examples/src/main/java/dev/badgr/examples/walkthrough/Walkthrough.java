package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.Site;
import dev.badgr.award.Award;
import dev.badgr.jdbc.JdbcSchema;
import dev.badgr.jdbc.JdbcStorage;
import dev.badgr.terms.TermsVersion;
import dev.badgr.testing.RecordingMailer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * A learning portal (PLP) with badgr in it, a teacher and her pupils: the whole journey of a badge, on a database that really
 * stores. Prints each step, checks it, and exits with 0 only if everything was as it must be. See {@link Options} for the
 * command line.
 */
public final class Walkthrough {
    private final Options options;
    private final Terminal terminal;
    private final Story story;
    private final Checks checks = new Checks();

    Walkthrough(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
        this.story = new Story(terminal.out(), terminal.colours());
    }

    /** Whether all was as it must be. */
    boolean run() {
        try (DataFolder folder = DataFolder.open(options.data())) {
            logTo(folder.log());
            perform(folder);
        } catch (IOException e) {
            checks.that("the folder can be used: " + e.getMessage(), false);
        }
        new Closing(story, options).play(checks);
        return checks.allHold();
    }

    /** Before anything is logged: the story stays readable, and the log can be looked at. */
    private static void logTo(Path file) {
        System.setProperty("org.slf4j.simpleLogger.logFile", file.toString());
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
    }

    private void perform(DataFolder folder) {
        try {
            play(folder);
        } catch (Prompt.EndOfAnswers end) {
            story.tell("You ended the walkthrough. What was done so far is stored. Goodbye!");
        } catch (StoryBroken broken) {
            checks.that(broken.what(), false);
        } catch (IOException | SQLException | RuntimeException e) {
            LoggerFactory.getLogger(Walkthrough.class).error("The walkthrough could not go on", e);
            checks.that("the walkthrough can go on: " + e.getMessage() + " (more in " + folder.log() + ")", false);
        }
    }

    private void play(DataFolder folder) throws IOException, SQLException {
        story.tell("Starting PostgreSQL on " + folder.cluster() + " ...");
        Notebook notebook = new Notebook(folder.notebook());
        StoryClock clock = new StoryClock(notebook.latest());
        try (EmbeddedDatabase database = EmbeddedDatabase.startIn(folder.cluster())) {
            story.add("PostgreSQL " + database.version() + " is up. What it acknowledges is on the disk: fsync,"
                    + " synchronous_commit and full_page_writes are on.");
            story.check("the database says so itself", checks.that("the database is durable", database.isDurable()));
            play(folder, notebook, database, clock);
        } finally {
            notebook.latest(clock.instant());
        }
    }

    private void play(DataFolder folder, Notebook notebook, EmbeddedDatabase database, StoryClock clock)
            throws IOException, SQLException {
        RecordingMailer mailer = new RecordingMailer();
        JdbcSchema.apply(database.dataSource());
        Cast cast = new Cast(notebook.nextRun());
        Museum museum = new Museum(clock);
        Badgr badgr = Badgr.builder()
                .storage(JdbcStorage.of(database.dataSource()))
                .secrets(SecretsFile.openOrCreate(folder.secrets()))
                .mailer(mailer)
                .site(Site.at("Riverside PLP", "https://plp.example/badges"))
                .terms(TermsVersion.of(
                        "1.0",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        "https://plp.example/terms/1.0",
                        "Be kind, and don't claim what you haven't done."))
                .policy(Catalog.policy())
                .trustedIssuers(Cast.trusted())
                .issuer(Catalog.school(Keys.ed25519("key-" + cast.run())))
                .fetcher(museum)
                .clock(clock)
                .build();
        Stage stage =
                new Stage(badgr, story, checks, terminal.prompt(story, options), new MailBox(mailer), clock, cast);
        deliverLeftOvers(stage);
        notebook.firstAccount().ifPresent(new EarlierRun(stage)::play);
        Visitor mia = journey(stage, database);
        new AnasAccounts(stage).play(museum, folder);
        new SecurityLog(stage).play(folder.log(), mia);
        if (notebook.firstAccount().isEmpty() && checks.allHold()) {
            boolean scripted = !options.interactive();
            notebook.firstAccount(new Notebook.FirstAccount(mia.email, scripted, EarlierRun.ids(stage.backpack(mia))));
        }
    }

    private static Visitor journey(Stage stage, EmbeddedDatabase database) throws SQLException {
        Visitor mia = new Visitor(stage.cast().mia(), stage.cast().client(1));
        Award detective = new FirstAward(stage).play(mia);
        new SigningUp(stage).play(mia, detective);
        new SigningIn(stage).play(mia);
        Award debater = new AnotherAddress(stage).play(mia);
        Visitor ben = new TwoPeople(stage).play(mia);
        new ManyAddresses(stage).play(mia, ben, detective);
        new Offered(stage).play(mia);
        new Showing(stage).play(mia, debater);
        new Corrections(stage).play(mia);
        new SocialAccounts(stage).play(mia);
        new Recovering(stage).play(mia);
        new HostTransaction(stage, database.dataSource()).play(mia);
        new MailServerDown(stage).play(mia);
        stage.showBackpack(mia, ", at the end");
        return mia;
    }

    /** A run that was ended before its time may have left mails to send; the portal's schedule sends them whenever it runs. */
    private static void deliverLeftOvers(Stage stage) {
        for (int round = 0; round < 5 && !stage.badgr().notices().undelivered(1).isEmpty(); round++) {
            stage.badgr().notices().deliver(1000);
            stage.clock().advance(Duration.ofMinutes(6));
        }
        stage.mails().unread();
    }

    /** Runs it; see {@link Options#USAGE}. */
    public static void main(String... args) {
        Optional<Options> options = Options.parse(args);
        if (options.isEmpty()) {
            System.err.print(Options.USAGE);
            System.exit(2);
            return;
        }
        System.exit(new Walkthrough(options.get(), Terminal.open()).run() ? 0 : 1);
    }
}
