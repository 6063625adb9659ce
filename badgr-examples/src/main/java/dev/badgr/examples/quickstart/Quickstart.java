package dev.badgr.examples.quickstart;

import dev.badgr.Badgr;
import dev.badgr.Client;
import dev.badgr.CodeForm;
import dev.badgr.EmailForm;
import dev.badgr.ProfileForm;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.Secrets;
import dev.badgr.SignInForm;
import dev.badgr.Site;
import dev.badgr.Welcome;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import dev.badgr.jdbc.JdbcSchema;
import dev.badgr.jdbc.JdbcStorage;
import dev.badgr.terms.TermsVersion;
import dev.badgr.testing.RecordingMailer;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A person signs up and finds the badge that was awarded to her address before: in memory, then on a database. */
public final class Quickstart {
    private Quickstart() {}

    /** Runs both and prints what the Backpack holds. */
    public static void main(String[] args) {
        System.out.println(
                "In memory:     Backpack with " + inMemory().backpack().items().size() + " badge");
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:quickstart;DB_CLOSE_DELAY=-1");
        Welcome welcome = onDatabase(database, Secrets.random());
        System.out.println(
                "On a database: Backpack with " + welcome.backpack().items().size() + " badge");
    }

    static Welcome inMemory() {
        // tag::memory[]
        var mailer = new RecordingMailer(); // yours sends mail
        var badgr = Badgr.builder()
                .mailer(mailer)
                .site(Site.at("PLP", "https://plp.example/badges"))
                .terms(TermsVersion.of("2026-11", Instant.EPOCH, "https://plp.example/terms", "Be kind."))
                .build();
        // end::memory[]
        return signUp(badgr, mailer);
    }

    static Welcome onDatabase(DataSource dataSource, Secrets secrets) {
        var mailer = new RecordingMailer();
        JdbcSchema.apply(dataSource);
        var badgr = Badgr.builder()
                // tag::jdbc[]
                .storage(JdbcStorage.of(dataSource))
                .secrets(secrets) // Secrets.fromBase64(..), kept outside the database
                // end::jdbc[]
                .mailer(mailer)
                .site(Site.at("PLP", "https://plp.example/badges"))
                .terms(TermsVersion.of("2026-11", Instant.EPOCH, "https://plp.example/terms", "Be kind."))
                .build();
        return signUp(badgr, mailer);
    }

    private static Welcome signUp(Badgr badgr, RecordingMailer mailer) {
        var java = Badge.of(
                Issuer.of("plp", "PLP", "https://plp.example"),
                "java-basics",
                "Java basics",
                "Has written her first program.",
                "Pass the course.",
                "https://plp.example/java.png");
        badgr.badges().define(java).orElseThrow();
        badgr.awards()
                .award(NewAward.of(java, EmailAddress.parse("mia@school.edu")))
                .orElseThrow();

        // tag::journey[]
        var client = Client.of("203.0.113.7"); // who is at the other end
        var sent =
                badgr.signUps().begin(new EmailForm("mia@school.edu"), client).orElseThrow();
        var code = mailer.lastTo("mia@school.edu").values().get("code"); // she types it from the mail
        var proven = badgr.signUps()
                .confirm(sent.challenge(), new CodeForm(code), client)
                .orElseThrow();
        var terms = badgr.consents().current(Locale.ENGLISH).version(); // the page shows them
        var profile =
                new ProfileForm("Mia", "Lund", "seven green lanterns", "seven green lanterns", terms, true, false);
        var welcome =
                badgr.signUps().complete(proven.challenge(), profile, client).orElseThrow();
        // welcome.backpack() holds the badge; welcome.session() goes into your session
        // end::journey[]
        return welcome;
    }

    static String signInPage(Badgr badgr, String email, String password, Client client) {
        // tag::results[]
        var result = badgr.signIns().withPassword(new SignInForm(email, password), client);
        if (result instanceof Result.Refused<?> refused) {
            Refusal refusal = refused.refusal();
            return refusal.field() + ": " + refusal.message(client.locale());
        }
        return "Welcome back, " + result.orElseThrow().account().name().firstName();
        // end::results[]
    }
}
