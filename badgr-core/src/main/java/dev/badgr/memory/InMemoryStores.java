package dev.badgr.memory;

import dev.badgr.port.AccountStore;
import dev.badgr.port.AuditStore;
import dev.badgr.port.AwardStore;
import dev.badgr.port.BackpackStore;
import dev.badgr.port.BadgeStore;
import dev.badgr.port.ChallengeStore;
import dev.badgr.port.CollectionStore;
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
        CollectionStore collections,
        ShareStore shares,
        NoticeStore notices,
        AuditStore audit)
        implements Stores {

    static InMemoryStores in(Journal journal) {
        Proofs proofs = new Proofs(journal);
        InMemoryNotices notices = new InMemoryNotices(journal);
        InMemoryAudit audit = new InMemoryAudit(journal);
        InMemoryConsents consents = new InMemoryConsents(journal);
        InMemoryAccounts accounts = new InMemoryAccounts(journal, proofs, consents, notices, audit);
        InMemoryBadges badges = new InMemoryBadges(journal);
        InMemoryAwards awards = new InMemoryAwards(journal, accounts, badges, notices);
        InMemoryBackpacks backpacks = new InMemoryBackpacks(journal, accounts, awards, badges);
        InMemoryCollections collections = new InMemoryCollections(journal, accounts, backpacks);
        return new InMemoryStores(
                accounts,
                new InMemoryChallenges(journal, proofs, accounts),
                new InMemoryMoves(journal, accounts, notices, audit),
                new InMemorySignIns(journal, accounts, audit),
                consents,
                badges,
                awards,
                backpacks,
                collections,
                new InMemoryShares(journal, accounts, backpacks, collections),
                notices,
                audit);
    }
}
