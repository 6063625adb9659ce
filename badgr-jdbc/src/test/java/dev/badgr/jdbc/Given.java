package dev.badgr.jdbc;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.Records.aRecordOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.email.CodeRules;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.port.Actor;
import dev.badgr.port.Announcement;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.Event;
import dev.badgr.port.Notice;
import dev.badgr.port.Storage;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a storage has gone through before a test begins. */
record Given(Storage storage) {
    private static final TermsVersion TERMS =
            TermsVersion.of("2020", Times.NOW.minusSeconds(3600), "https://plp.example/terms", "Be kind.");

    Account account() {
        Account account = anAccount().build();
        assertThat(storage.stores().accounts().create(newcomer(account))).isEqualTo(Creation.CREATED);
        return account;
    }

    /** All that it takes to create this account. */
    NewAccount newcomer(Account account) {
        storage.stores().terms().publish(TERMS);
        BoundChallenge proof =
                aChallenge().provenFor(account.primaryEmail().address()).build();
        TermsConsent consent = new TermsConsent(
                TERMS.version(), TERMS.sha256(), Times.NOW, Locale.ENGLISH, TermsConsent.WayIn.EMAIL, Optional.empty());
        return new NewAccount(
                account,
                issued(proof).challenge().id(),
                CodeRules.standard().provenSince(Times.NOW),
                consent,
                Optional.empty(),
                aRecordOf(Event.ACCOUNT_CREATED),
                Times.NOW);
    }

    BoundChallenge issued(BoundChallenge challenge) {
        assertThat(storage.stores()
                        .challenges()
                        .issue(challenge, List.of(), Optional.empty(), CodeRules.standard(), Times.NOW))
                .isEmpty();
        return challenge;
    }

    Badge badge() {
        return storage.stores().badges().define(aBadge().build());
    }

    Award award(Badge badge) {
        Award award = anAwardOf(badge).build();
        storage.stores().awards().award(award, List.of());
        return award;
    }

    static Announcement announcement() {
        return new Announcement(
                Some.uuid(),
                Notice.Kind.EMAIL_ADDED,
                "m•••@school.edu",
                Locale.ENGLISH,
                new Actor.Person(Some.client()),
                Times.NOW);
    }
}
