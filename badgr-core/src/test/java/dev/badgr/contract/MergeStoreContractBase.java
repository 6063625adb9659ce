package dev.badgr.contract;

import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeRules;
import dev.badgr.fixture.Announcements;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore;
import dev.badgr.port.CollectionStore;
import dev.badgr.port.MergeStore;
import dev.badgr.port.MergeStore.Outcome;
import dev.badgr.port.MergeStore.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Two accounts, and a proof that both are one person's. */
abstract class MergeStoreContractBase extends StorageContractBase {
    static final int MAX_EMAILS = 10;

    final Outcome merge(Account survivor, Account gone) {
        return merges().merge(wanted(survivor, provenFor(survivor, gone), Times.NOW));
    }

    final ChallengeId provenFor(Account survivor, Account gone) {
        return issued(aChallenge()
                        .provenFor(gone.primaryEmail().address())
                        .toMerge(gone.id(), survivor.id())
                        .build())
                .challenge()
                .id();
    }

    static Wanted wanted(Account survivor, ChallengeId proof, Instant now) {
        Instant provenSince = CodeRules.standard().provenSince(Times.NOW);
        return new Wanted(
                survivor.id(), survivor.epoch(), proof, provenSince, MAX_EMAILS, Announcements.announcedAt(now));
    }

    final Collection collected(Account owner, Award award) {
        Collection empty = new Collection(
                CollectionId.random(Some.random()),
                owner.id(),
                "Best of",
                Optional.of("All of it."),
                List.of(),
                1,
                Times.NOW);
        assertThat(stores().collections().create(empty, 10)).isEqualTo(CollectionStore.Creation.CREATED);
        Collection one = empty.with(award.id());
        assertThat(stores().collections().replace(empty, one)).isEqualTo(CollectionStore.Change.CHANGED);
        return one;
    }

    final AccountStore accounts() {
        return stores().accounts();
    }

    final MergeStore merges() {
        return stores().merges();
    }
}
