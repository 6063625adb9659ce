package dev.badgr.contract;

import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.profile;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.badgr.Refusal;
import dev.badgr.SignedIn;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.Misconfigured;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.MarketingConsent.Way;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Terms of Service and the e-mail updates. Each test has its own time, since versions are everybody's. */
public abstract class ConsentsContract extends VerbContract {
    private final Instant start = Times.laterThanEver();
    private final EmailAddress mia = Some.address();
    private TermsVersion first;

    @BeforeEach
    void termsAreInEffect() {
        app = TestApp.at(start, storage(), builder -> {});
        first = publish(start);
    }

    @Test
    void aVersionThatIsPublishedForLaterIsCurrentFromThenOn() {
        TermsVersion next = publish(start.plus(Duration.ofHours(1)));
        assertThat(badgr().consents().current(Locale.ENGLISH)).isEqualTo(first);
        app.passes(Duration.ofHours(1));
        assertThat(badgr().consents().current(Locale.ENGLISH)).isEqualTo(next);
    }

    @Test
    void publishingAgainChangesNothingAndPublishingAnotherTextIsMisuse() {
        badgr().consents().publish(first);
        TermsVersion other = TermsVersion.of(
                first.version(), first.effectiveAt(), first.url().toString(), "Be cruel.");
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> badgr().consents().publish(other))
                .withMessageContaining(first.version());
        assertThat(badgr().consents().current(Locale.ENGLISH)).isEqualTo(first);
    }

    @Test
    void aVersionThatIsInEffectSinceANanosecondCanBePublishedAgain() {
        TermsVersion precise =
                TermsVersion.of(Some.word(), start.plusNanos(1_234_567), "https://plp.example/terms", "Be kind.");
        badgr().consents().publish(precise);
        badgr().consents().publish(precise);
    }

    @Test
    void theTermsAreShownInTheBestLanguageThereIs() {
        TermsVersion german = first.translated(Locale.GERMAN, "https://plp.example/agb", "Sei nett.");
        badgr().consents().publish(german);
        assertThat(badgr().consents().current(Locale.GERMAN)).isEqualTo(german);
        assertThat(badgr().consents().current(Locale.forLanguageTag("de-AT"))).isEqualTo(german);
        assertThat(badgr().consents().current(Locale.ENGLISH)).isEqualTo(first);
        Person ada = app.personWithAccount();
        assertThat(badgr().consents().due(ada.id(), Locale.GERMAN))
                .as("a version is agreed to in any language")
                .isEmpty();
    }

    @Test
    void whoSignsUpWhileAVersionIsPublishedIsAskedForTheNewOne() {
        var challenge = done(badgr().signUps().begin(email(mia), newClient())).challenge();
        done(badgr().signUps().confirm(challenge, code(app.codeTo(mia)), newClient()));
        app.passes(Duration.ofMinutes(1));
        TermsVersion next = publish(app.now());
        var late = badgr().signUps().complete(challenge, profile(first.version()), newClient());
        assertRefused(late, new Refusal.TermsChanged(next));
        assertThat(badgr().accounts().findByEmail(mia)).isEmpty();
        var welcome = done(badgr().signUps().complete(challenge, profile(next.version()), newClient()));
        assertThat(badgr().consents().agreed(welcome.account().id()))
                .extracting(TermsConsent::version)
                .containsExactly(next.version());
    }

    @Test
    void whoAgreesToAVersionThatIsNotYetInEffectIsAskedForTheCurrentOne() {
        TermsVersion next = publish(start.plus(Duration.ofHours(1)));
        var early = badgr().signUps().complete(app.proven(mia), profile(next.version()), newClient());
        assertRefused(early, new Refusal.TermsChanged(first));
    }

    @Test
    void afterANewVersionSignInSaysWhatIsDueUntilItIsAgreedTo() {
        Person ada = app.personWithAccount(mia);
        app.passes(Duration.ofHours(1));
        assertThat(badgr().consents().due(ada.id(), Locale.ENGLISH)).isEmpty();
        TermsVersion next = publish(app.now());
        SignedIn signedIn = done(badgr().signIns().withPassword(signIn(mia, PASSWORD), newClient()));
        assertThat(signedIn.consentDue()).contains(next);
        assertThat(badgr().consents().due(ada.id(), Locale.ENGLISH)).contains(next);
        var evidence = newClient().withEvidence("203.0.113.7");
        assertThat(done(badgr().consents().agree(ada.id(), next.version(), evidence)))
                .isEqualTo(next);
        assertThat(badgr().consents().due(ada.id(), Locale.ENGLISH)).isEmpty();
        assertThat(done(badgr().signIns().withPassword(signIn(mia, PASSWORD), newClient()))
                        .consentDue())
                .isEmpty();
        TermsConsent renewal = badgr().consents().agreed(ada.id()).get(0);
        assertThat(renewal.wayIn()).isEqualTo(TermsConsent.WayIn.RENEWAL);
        assertThat(renewal.sha256()).isEqualTo(next.sha256());
        assertThat(renewal.evidence()).contains("203.0.113.7");
        assertThat(badgr().consents().agreed(ada.id()))
                .extracting(TermsConsent::version)
                .as("nothing is ever overwritten")
                .containsExactly(next.version(), first.version());
    }

    @Test
    void anOutdatedVersionIsNotAgreedTo() {
        Person ada = app.personWithAccount(mia);
        TermsVersion next = publish(app.now().plusSeconds(1));
        app.passes(Duration.ofSeconds(1));
        assertRefused(badgr().consents().agree(ada.id(), first.version(), newClient()), new Refusal.TermsChanged(next));
        assertRefused(badgr().consents().agree(ada.id(), "nonsense", newClient()), new Refusal.TermsChanged(next));
        assertThat(badgr().consents().due(ada.id(), Locale.ENGLISH)).contains(next);
    }

    @Test
    void theEmailUpdatesAreALedgerOfTheirOwn() {
        Person ada = app.personWithAccount(mia);
        assertThat(badgr().consents().wantsEmailUpdates(ada.id())).isFalse();
        badgr().consents().setEmailUpdates(ada.id(), true);
        assertThat(badgr().consents().wantsEmailUpdates(ada.id())).isTrue();
        app.passes(Duration.ofSeconds(1));
        badgr().consents().setEmailUpdates(ada.id(), false);
        assertThat(badgr().consents().wantsEmailUpdates(ada.id())).isFalse();
        assertThat(badgr().consents().emailUpdates(ada.id()))
                .containsExactly(
                        new MarketingConsent(false, app.now(), Way.SIGNED_IN),
                        new MarketingConsent(true, start, Way.SIGNED_IN));
        assertThat(badgr().consents().agreed(ada.id())).hasSize(1);
    }

    private TermsVersion publish(Instant effectiveAt) {
        TermsVersion terms = TermsVersion.of(Some.word(), effectiveAt, "https://plp.example/terms", "Be kind.");
        badgr().consents().publish(terms);
        return terms;
    }
}
