package dev.badgr.memory;

import dev.badgr.port.AccountStore;
import dev.badgr.port.AwardStore;
import dev.badgr.port.BackpackStore;
import dev.badgr.port.BadgeStore;
import dev.badgr.port.ChallengeStore;
import dev.badgr.port.ConsentStore;
import dev.badgr.port.MoveStore;
import dev.badgr.port.NoticeStore;
import dev.badgr.port.ShareStore;
import dev.badgr.port.SignInStore;
import dev.badgr.port.Stores;

/** The stores, put together. */
record InMemoryStores(
        AccountStore accounts,
        ChallengeStore challenges,
        MoveStore moves,
        SignInStore signIns,
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
        return new InMemoryStores(
                accounts,
                new InMemoryChallenges(journal, proofs, accounts),
                new InMemoryMoves(journal, accounts, notices),
                new InMemorySignIns(journal, accounts),
                consents,
                badges,
                awards,
                new InMemoryBackpacks(journal, accounts, awards, badges),
                new InMemoryShares(journal, accounts, awards, badges),
                notices);
    }
}
