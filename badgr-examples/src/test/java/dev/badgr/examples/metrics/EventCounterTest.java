package dev.badgr.examples.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Badgr;
import dev.badgr.Client;
import dev.badgr.EmailForm;
import dev.badgr.SignInForm;
import dev.badgr.Site;
import dev.badgr.terms.TermsVersion;
import dev.badgr.testing.RecordingMailer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventCounterTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Badgr badgr = Badgr.builder()
            .mailer(new RecordingMailer())
            .site(Site.at("PLP", "https://plp.example/badges"))
            .terms(TermsVersion.of("1", Instant.EPOCH, "https://plp.example/terms", "Be kind."))
            .listener(new EventCounter(registry))
            .build();

    @Test
    void eachEventIsCountedByItsName() {
        Client client = Client.of("203.0.113.7");
        badgr.signUps().begin(new EmailForm("mia@school.edu"), client).orElseThrow();
        for (int i = 0; i < 3; i++) {
            badgr.signIns().withPassword(new SignInForm("mia@school.edu", "no such password at all"), client);
        }
        assertThat(counted("code_sent")).isEqualTo(1);
        assertThat(counted("sign_in_refused")).isEqualTo(3);
        assertThat(registry.find("badgr.events").tag("event", "signed_in").counter())
                .isNull();
    }

    private double counted(String event) {
        return registry.get("badgr.events").tag("event", event).counter().count();
    }
}
