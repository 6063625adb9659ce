package dev.badgr.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.Badgr;
import dev.badgr.Client;
import dev.badgr.Secrets;
import dev.badgr.Site;
import dev.badgr.Welcome;
import dev.badgr.jdbc.JdbcStorage;
import dev.badgr.port.Misconfigured;
import dev.badgr.testing.RecordingMailer;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    @TempDir
    Path folder;

    @Test
    void theBadgeIsInTheBackpackInMemory() {
        assertThat(Quickstart.inMemory().backpack().items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.badge().name()).isEqualTo("Java basics"));
    }

    @Test
    void theBadgeIsInTheBackpackOnADatabaseAndStaysThere() {
        Secrets secrets = Secrets.random();
        Welcome welcome = Quickstart.onDatabase(database(), secrets);
        assertThat(welcome.backpack().items()).hasSize(1);
        Badgr again = badgrOn(secrets);
        assertThat(again.accounts().find(welcome.account().id())).contains(welcome.account());
        Client client = Client.of("198.51.100.9");
        assertThat(Quickstart.signInPage(again, "mia@school.edu", "seven green lanterns", client))
                .isEqualTo("Welcome back, Mia");
        assertThat(Quickstart.signInPage(again, "mia@school.edu", "seven grey lanterns", client))
                .startsWith("password: E-mail address and password don't match");
    }

    @Test
    void anotherRecipientSecretIsRefused() {
        Quickstart.onDatabase(database(), Secrets.random());
        assertThatThrownBy(() -> badgrOn(Secrets.random()))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("another recipient secret");
    }

    private Badgr badgrOn(Secrets secrets) {
        return Badgr.builder()
                .storage(JdbcStorage.of(database()))
                .secrets(secrets)
                .mailer(new RecordingMailer())
                .site(Site.at("PLP", "https://plp.example/badges"))
                .build();
    }

    private JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("quickstart"));
        return database;
    }
}
