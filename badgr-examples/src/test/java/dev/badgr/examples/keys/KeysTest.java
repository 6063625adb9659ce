package dev.badgr.examples.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Badgr;
import dev.badgr.Client;
import dev.badgr.CodeForm;
import dev.badgr.EmailForm;
import dev.badgr.Secrets;
import dev.badgr.Site;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.HmacKey;
import dev.badgr.examples.walkthrough.SecretsFile;
import dev.badgr.jdbc.JdbcSchema;
import dev.badgr.jdbc.JdbcStorage;
import dev.badgr.terms.TermsVersion;
import dev.badgr.testing.RecordingMailer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private final RecordingMailer mailer = new RecordingMailer();

    @TempDir
    Path folder;

    @Test
    void aCodeOutlivesARotation() {
        RotatingSecrets secrets = new RotatingSecrets(Secrets.random());
        Badgr badgr = badgr(secrets);
        var client = Client.of("203.0.113.7");
        var sent =
                badgr.signUps().begin(new EmailForm("mia@school.edu"), client).orElseThrow();
        HmacKey next = HmacKey.random(new SecureRandom());
        secrets.announce(next);
        secrets.rotate(next, Instant.now());
        String code = mailer.lastTo("mia@school.edu").values().get("code");
        assertThat(badgr.signUps()
                        .confirm(sent.challenge(), new CodeForm(code), client)
                        .isSuccess())
                .isTrue();
    }

    @Test
    void anInstallationIsMovedFromTheCommandLine() throws IOException {
        Path old = folder.resolve("old.properties");
        Path other = folder.resolve("new.properties");
        Secrets from = SecretsFile.openOrCreate(old);
        AwardId before = awarded(badgr(() -> from));
        MoveToNewSecret.main(new String[] {url(), old.toString(), other.toString()});
        Secrets to = MoveToNewSecret.afterwards(from, SecretsFile.openOrCreate(other));
        AwardId after = badgr(() -> to).awards().find(before).orElseThrow().id();
        assertThat(after).isNotEqualTo(before);
    }

    private static AwardId awarded(Badgr badgr) {
        var java = Badge.of(
                Issuer.of("plp", "PLP", "https://plp.example"),
                "java-basics",
                "Java basics",
                "Has written her first program.",
                "Pass the course.",
                "https://plp.example/java.png");
        badgr.badges().define(java).orElseThrow();
        return badgr.awards()
                .award(NewAward.of(java, EmailAddress.parse("mia@school.edu")))
                .orElseThrow()
                .award()
                .id();
    }

    private Badgr badgr(Supplier<Secrets> secrets) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url());
        JdbcSchema.apply(database);
        return Badgr.builder()
                .storage(JdbcStorage.of(database))
                .secrets(secrets)
                .mailer(mailer)
                .site(Site.at("PLP", "https://plp.example/badges"))
                .terms(TermsVersion.of("2026-11", Instant.EPOCH, "https://plp.example/terms", "Be kind."))
                .build();
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("keys");
    }
}
