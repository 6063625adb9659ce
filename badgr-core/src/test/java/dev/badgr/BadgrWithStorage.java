package dev.badgr;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.Announcements.anAnnouncement;
import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.Records.aRecordOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.Badge;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.memory.InMemoryStorage;
import dev.badgr.port.AccountStore.Change;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.Event;
import dev.badgr.port.Stores;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import dev.badgr.testing.MutableClock;
import dev.badgr.testing.RecordingMailer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A badgr with a look behind it: what tests of many tries need to be in storage gets there without the verbs. */
final class BadgrWithStorage {
    static final TermsVersion TERMS =
            TermsVersion.of("2026-11", Times.NOW.minusSeconds(60), "https://plp.example/terms", "Be kind.");

    final InMemoryStorage storage = new InMemoryStorage();
    final RecordingMailer mailer = new RecordingMailer();
    final MutableClock clock = MutableClock.at(Times.NOW);
    final Badgr badgr;

    BadgrWithStorage(AwardPolicy policy) {
        this(policy, Limits.standard());
    }

    BadgrWithStorage(AwardPolicy policy, Limits limits) {
        badgr = Badgr.builder()
                .storage(storage)
                .secrets(new Secrets(Some.SECRET, Some.SECRET))
                .mailer(mailer)
                .site(Site.at("PLP", "https://plp.example/badges"))
                .passwordHasher(new PlainHasher())
                .policy(policy)
                .limits(limits)
                .trustedIssuers(TrustedIssuers.none().withAllDomains("https://accounts.example"))
                .terms(TERMS)
                .clock(clock)
                .build();
    }

    Stores stores() {
        return storage.stores();
    }

    /** Somebody with these verified addresses. */
    Account person(List<EmailAddress> addresses) {
        Account account = anAccount().of("Bo", "Ek").at(addresses.get(0)).build();
        BoundChallenge proof = aChallenge().provenFor(addresses.get(0)).build();
        CodeRules rules = CodeRules.standard();
        assertThat(stores().challenges().issue(proof, List.of(), Optional.empty(), rules, Times.NOW))
                .isEmpty();
        TermsConsent consent = new TermsConsent(
                TERMS.version(), TERMS.sha256(), Times.NOW, Locale.ENGLISH, TermsConsent.WayIn.EMAIL, Optional.empty());
        NewAccount wanted = new NewAccount(
                account,
                proof.challenge().id(),
                rules.provenSince(Times.NOW),
                consent,
                Optional.empty(),
                aRecordOf(Event.ACCOUNT_CREATED),
                Times.NOW);
        assertThat(stores().accounts().create(wanted)).isEqualTo(Creation.CREATED);
        for (EmailAddress more : addresses.subList(1, addresses.size())) {
            Account after = account.with(Some.verified(more, Times.NOW));
            assertThat(stores().accounts().replace(account, after, anAnnouncement()))
                    .isEqualTo(Change.CHANGED);
            account = after;
        }
        return account;
    }

    /** These awards, of badges that are defined on the way. */
    List<Award> award(List<Award> awards, Badge... badges) {
        for (Badge badge : badges) {
            stores().badges().define(badge);
        }
        for (Award award : awards) {
            assertThat(stores().awards().award(award, List.of())).isPresent();
        }
        return awards;
    }
}
