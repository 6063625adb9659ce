package dev.badgr.memory;

import dev.badgr.port.AccountStore;
import dev.badgr.port.AwardStore;
import dev.badgr.port.BackpackStore;
import dev.badgr.port.BadgeStore;
import dev.badgr.port.ChallengeStore;
import dev.badgr.port.ConsentStore;
import dev.badgr.port.MergeStore;
import dev.badgr.port.NoticeStore;
import dev.badgr.port.ShareStore;
import dev.badgr.port.SignInStore;
import dev.badgr.port.Stores;

/** The stores, put together. */
record InMemoryStores(
        AccountStore accounts,
        ChallengeStore challenges,
        SignInStore signIns,
        MergeStore merges,
        ConsentStore consents,
        BadgeStore badges,
        AwardStore awards,
        BackpackStore backpacks,
        ShareStore shares,
        NoticeStore notices)
        implements Stores {

    static InMemoryStores in(Journal journal) {
        Proofs proofs = new Proofs(journal);
        InMemoryNotices notices = new InMemoryNotices(journal);
        InMemoryConsents consents = new InMemoryConsents(journal);
        InMemoryAccounts accounts = new InMemoryAccounts(journal, proofs, consents, notices);
        InMemoryBadges badges = new InMemoryBadges(journal);
        InMemoryAwards awards = new InMemoryAwards(journal, accounts, badges, notices);
        InMemorySignIns signIns = new InMemorySignIns(journal, accounts);
        InMemoryShares shares = new InMemoryShares(journal, accounts, awards, badges);
        return new InMemoryStores(
                accounts,
                new InMemoryChallenges(journal, proofs, accounts),
                signIns,
                new InMemoryMerges(journal, proofs, accounts, signIns, consents, shares),
                consents,
                badges,
                awards,
                new InMemoryBackpacks(journal, accounts, awards, badges),
                shares,
                notices);
    }
}
