package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.port.AccountStore;
import dev.badgr.port.AwardStore;
import dev.badgr.port.BackpackStore;
import dev.badgr.port.BadgeStore;
import dev.badgr.port.ChallengeStore;
import dev.badgr.port.ConsentStore;
import dev.badgr.port.ErasureStore;
import dev.badgr.port.NoticeStore;
import dev.badgr.port.RetentionStore;
import dev.badgr.port.ShareStore;
import dev.badgr.port.SignInStore;
import dev.badgr.port.Stores;

/** The stores, put together. */
record InMemoryStores(
        AccountStore accounts,
        ChallengeStore challenges,
        SignInStore signIns,
        ConsentStore consents,
        BadgeStore badges,
        AwardStore awards,
        BackpackStore backpacks,
        ShareStore shares,
        NoticeStore notices,
        ErasureStore erasures,
        RetentionStore retention)
        implements Stores {

    static InMemoryStores in(Journal journal) {
        Table<AccountId, Account> rows = new Table<>(journal);
        Proofs proofs = new Proofs(journal);
        SendLogs sent = new SendLogs(journal);
        WrongGuesses wrong = new WrongGuesses(journal);
        InMemoryNotices notices = new InMemoryNotices(journal);
        InMemoryConsents consents = new InMemoryConsents(journal, rows);
        InMemoryAccounts accounts = new InMemoryAccounts(journal, rows, proofs, consents, notices);
        InMemorySignIns signIns = new InMemorySignIns(journal, accounts);
        InMemoryBadges badges = new InMemoryBadges(journal);
        InMemoryAwards awards = new InMemoryAwards(journal, accounts, badges, notices);
        InMemoryShares shares = new InMemoryShares(journal, accounts, awards, badges);
        InMemoryErasures erasures =
                new InMemoryErasures(journal, accounts, proofs, sent, signIns, consents, awards, shares, notices);
        return new InMemoryStores(
                accounts,
                new InMemoryChallenges(journal, proofs, accounts, sent, wrong),
                signIns,
                consents,
                badges,
                awards,
                new InMemoryBackpacks(journal, accounts, awards, badges),
                shares,
                notices,
                erasures,
                new InMemoryRetention(journal, proofs, sent, wrong, signIns, notices, shares, erasures));
    }
}
