package dev.badgr.contract;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.Announcements.anAnnouncement;
import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.Records.aRecordOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore.Change;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ErasureStore.Erasing;
import dev.badgr.port.Event;
import dev.badgr.port.Notice;
import dev.badgr.port.Storage;
import dev.badgr.port.Stores;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsConsent.WayIn;
import dev.badgr.terms.TermsVersion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a storage has gone through before the test begins. */
public abstract class StorageContractBase {
    static final int CROWD = 64;

    /**
     * The storage under test, the same for all tests of a class. Its data need not be empty, but must be for tests only and
     * begin empty with each run: see {@link Times}.
     */
    protected abstract Storage storage();

    final Stores stores() {
        return storage().stores();
    }

    final BoundChallenge issued(BoundChallenge challenge) {
        Instant now = challenge.challenge().createdAt();
        assertThat(stores().challenges().issue(challenge, List.of(), Optional.empty(), CodeRules.standard(), now))
                .isEmpty();
        return challenge;
    }

    /** A stored account with these addresses, one more each minute. */
    final Account accountAt(EmailAddress... addresses) {
        return created(anAccount().at(addresses[0]).build(), addresses);
    }

    final Account created(Account account, EmailAddress... addresses) {
        assertThat(stores().accounts().create(proven(account))).isEqualTo(Creation.CREATED);
        Account now = account;
        for (int i = 1; i < addresses.length; i++) {
            now = changed(now, now.with(Some.verified(addresses[i], Times.NOW.plusSeconds(60L * i))));
        }
        return now;
    }

    final Account changed(Account before, Account after) {
        assertThat(stores().accounts().replace(before, after, anAnnouncement())).isEqualTo(Change.CHANGED);
        return after;
    }

    final void erase(Account account) {
        Erasing erasing = new Erasing(account, Some.uuid(), List.of(), anAnnouncement());
        assertThat(stores().erasures().erase(erasing)).isTrue();
    }

    /** All that it takes to create this account. */
    final NewAccount proven(Account account) {
        BoundChallenge proof = aChallenge()
                .provenFor(account.primaryEmail().address())
                .to(Purpose.SIGN_UP)
                .build();
        return withProof(account, issued(proof));
    }

    final NewAccount withProof(Account account, BoundChallenge proof) {
        Instant now = Times.NOW;
        return new NewAccount(
                account,
                proof.challenge().id(),
                CodeRules.standard().provenSince(now),
                consentToCurrentTerms(),
                Optional.empty(),
                aRecordOf(Event.ACCOUNT_CREATED),
                now);
    }

    final TermsConsent consentToCurrentTerms() {
        if (stores().terms().current(Times.NOW).isEmpty()) {
            Instant longAgo = Instant.parse("2020-06-01T00:00:00Z");
            stores().terms().publish(TermsVersion.of("2020", longAgo, "https://plp.example/terms", "Be kind."));
        }
        TermsVersion terms = stores().terms().current(Times.NOW).get(0);
        return consentTo(terms, Times.NOW);
    }

    static TermsConsent consentTo(TermsVersion terms, Instant at) {
        return new TermsConsent(terms.version(), terms.sha256(), at, Locale.ENGLISH, WayIn.EMAIL, Optional.empty());
    }

    final Badge defined(Badge badge) {
        return stores().badges().define(badge);
    }

    final Award awarded(Award award) {
        Optional<Awarded> outcome = stores().awards().award(award, List.of());
        assertThat(outcome).contains(new Awarded(award, true));
        return award;
    }

    /** The notices of an era that is earlier than ever: the first of all, without those of preparing the test. */
    final List<Notice> noticesTo(EmailAddress address) {
        return stores().notices().undelivered(Times.NOW, 1000).stream()
                .filter(n -> n.recipient().equals(Some.recipient(address)))
                .filter(n -> n.createdAt().isBefore(Times.NOW))
                .toList();
    }

    final List<Award> backpack(Account owner) {
        return page(owner, BackpackQuery.newest(100));
    }

    final List<Award> page(Account owner, BackpackQuery query) {
        return stores().backpacks().page(owner.id(), query).stream()
                .map(BackpackEntry::award)
                .toList();
    }
}
