package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.badgr.Client;
import dev.badgr.ConsentProof;
import dev.badgr.OidcClaims;
import dev.badgr.Refusal;
import dev.badgr.SignedIn;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.backpack.Page;
import dev.badgr.email.ChallengeId;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New Terms: on each way in they are asked for, the host sees who is due, and what was agreed to can be proven. */
public abstract class TermsDueContract extends VerbContract {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String TEXT = "Be kind, \u00e4\u00f6\u00fc.";

    private final Instant start = Times.laterThanEver();
    private final ExternalIdentity social = Some.identity();
    private Person mia;
    private TermsVersion next;

    /** Mia's only way in is a social account at first; the next version is published already. */
    @BeforeEach
    void termsWillChangeInAnHour() {
        app = TestApp.at(start, storage(), builder -> {});
        publish(start);
        mia = app.personWithOnly(social);
        next = publish(start.plus(HOUR));
    }

    @Test
    void signingInBySocialAccountAsksForThem() {
        assertThat(bySocialAccount().consentDue()).isEmpty();
        app.passes(HOUR);
        assertThat(bySocialAccount().consentDue()).contains(next);
        agree();
        assertThat(bySocialAccount().consentDue()).isEmpty();
    }

    @Test
    void recoveringAsksForThem() {
        app.passes(HOUR);
        assertThat(recovered().consentDue()).contains(next);
        assertThat(byPassword().consentDue()).as("and so does the password").contains(next);
        agree();
        assertThat(byPassword().consentDue()).isEmpty();
    }

    @Test
    void whoIsSignedInWhenTheyTakeEffectOwesThemToo() {
        assertThat(badgr().consents().due(mia.id(), Locale.ENGLISH)).isEmpty();
        app.passes(HOUR.minusMillis(1));
        assertThat(badgr().consents().due(mia.id(), Locale.ENGLISH)).isEmpty();
        app.passes(Duration.ofMillis(1));
        assertThat(done(badgr().signIns().check(mia.session())).id()).isEqualTo(mia.id());
        assertThat(badgr().consents().due(mia.id(), Locale.ENGLISH)).contains(next);
        agree();
        assertThat(badgr().consents().due(mia.id(), Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aHostSeesBeforehandWhoWillBeDueAndThenWhoIs() {
        Person leo = app.personWithAccount();
        assertThat(due(start)).doesNotContain(mia.id(), leo.id());
        assertThat(due(start.plus(HOUR))).contains(mia.id(), leo.id());
        app.passes(HOUR);
        agree();
        assertThat(due(app.now())).contains(leo.id()).doesNotContain(mia.id());
        assertThat(due(start)).doesNotContain(mia.id(), leo.id());
    }

    @Test
    void aPageIsOfOneToAThousandAccounts() {
        for (int max : new int[] {-1, 0, 1001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> badgr().consents().allDue(start, Optional.empty(), max))
                    .withMessageContaining("max");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> badgr().consents().allDue(start, Optional.of("x"), 1));
    }

    @Test
    void nobodyAgreesForAnAccountThatIsNotThere() {
        AccountId nobody = Some.accountId();
        String current = app.currentTerms();
        assertRefused(badgr().consents().agree(nobody, current, newClient()), new Refusal.NotFound("account"));
        badgr().consents().setEmailUpdates(nobody, true);
        assertThat(badgr().consents().agreed(nobody)).isEmpty();
        assertThat(badgr().consents().emailUpdates(nobody)).isEmpty();
        assertThat(badgr().consents().proofs(nobody)).isEmpty();
    }

    @Test
    void aConsentIsProvenByADocumentThatIsCompleteInItself() {
        app.passes(HOUR);
        Client client = newClient().withEvidence("203.0.113.7, Firefox");
        done(badgr().consents().agree(mia.id(), next.version(), client));
        List<ConsentProof> proofs = badgr().consents().proofs(mia.id());
        assertThat(proofs).hasSize(2);
        ConsentProof proof = proofs.get(0);
        assertThat(proof.text()).isEqualTo("""
                        account: %s
                        name: Mia M\u00fcller
                        email: %s
                        version: %s
                        url: https://plp.example/terms
                        sha256: %s
                        language: en
                        agreedAt: %s
                        wayIn: renewal
                        evidence: 203.0.113.7, Firefox
                        """, mia.id(), mia.email().text(), next.version(), next.sha256(), app.now());
        assertThat(proof.fields()).containsEntry("wayIn", "renewal").hasSize(10);
        assertThat(proofs.get(1).consent().wayIn()).isEqualTo(TermsConsent.WayIn.SOCIAL);
        assertThat(proofs.get(1).fields()).doesNotContainKey("evidence");
    }

    @Test
    void aProofTellsWhetherATextIsTheOneThatWasAgreedTo() {
        ConsentProof proof = badgr().consents().proofs(mia.id()).get(0);
        byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
        assertThat(proof.isOf(text)).isTrue();
        for (int i = 0; i < text.length; i++) {
            byte[] changed = text.clone();
            changed[i] ^= 1;
            assertThat(proof.isOf(changed)).isFalse();
        }
        assertThat(proof.isOf(TEXT.getBytes(StandardCharsets.ISO_8859_1))).isFalse();
        assertThat(proof.isOf((TEXT + "\n").getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    private List<AccountId> due(Instant moment) {
        List<AccountId> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<AccountId> page = badgr().consents().allDue(moment, after, 7);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(7);
            all.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    private void agree() {
        assertThat(done(badgr().consents().agree(mia.id(), next.version(), newClient())))
                .isEqualTo(next);
    }

    private SignedIn bySocialAccount() {
        OidcClaims claims = new OidcClaims(social, mia.email().text(), true);
        return (SignedIn) done(badgr().signIns().withIdentity(claims, newClient()));
    }

    private SignedIn byPassword() {
        var form = signIn(mia.email(), OTHER_PASSWORD);
        return done(badgr().signIns().withPassword(form, newClient()));
    }

    private SignedIn recovered() {
        ChallengeId challenge = done(badgr().recoveries().begin(email(mia.email()), newClient()))
                .challenge();
        done(badgr().recoveries().confirm(challenge, code(app.codeTo(mia.email())), newClient()));
        return done(badgr().recoveries().complete(challenge, newPassword(OTHER_PASSWORD), newClient()));
    }

    private TermsVersion publish(Instant effectiveAt) {
        TermsVersion terms = TermsVersion.of(Some.word(), effectiveAt, "https://plp.example/terms", TEXT);
        badgr().consents().publish(terms);
        return terms;
    }
}
