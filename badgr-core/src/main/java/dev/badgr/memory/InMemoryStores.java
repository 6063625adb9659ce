package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.port.AccountStore;
import dev.badgr.port.AuditStore;
import dev.badgr.port.AwardStore;
import dev.badgr.port.BackpackStore;
import dev.badgr.port.BadgeStore;
import dev.badgr.port.BulkStore;
import dev.badgr.port.ChallengeStore;
import dev.badgr.port.CollectionStore;
import dev.badgr.port.ConsentStore;
import dev.badgr.port.ErasureStore;
import dev.badgr.port.ImportStore;
import dev.badgr.port.MailboxStore;
import dev.badgr.port.MergeStore;
import dev.badgr.port.MoveStore;
import dev.badgr.port.NoticeStore;
import dev.badgr.port.RetentionStore;
import dev.badgr.port.ShareStore;
import dev.badgr.port.SignInStore;
import dev.badgr.port.StatusStore;
import dev.badgr.port.Stores;
import dev.badgr.port.TermsStore;

/** The stores, put together. */
record InMemoryStores(
        AccountStore accounts,
        ChallengeStore challenges,
        MoveStore moves,
        SignInStore signIns,
        MergeStore merges,
        TermsStore terms,
        ConsentStore consents,
        BadgeStore badges,
        AwardStore awards,
        BulkStore bulk,
        ImportStore imports,
        StatusStore statuses,
        BackpackStore backpacks,
        CollectionStore collections,
        ShareStore shares,
        NoticeStore notices,
        MailboxStore mailboxes,
        AuditStore audit,
        ErasureStore erasures,
        RetentionStore retention)
        implements Stores {

    static InMemoryStores in(Journal journal) {
        Table<AccountId, Account> rows = new Table<>(journal);
        Proofs proofs = new Proofs(journal);
        SendLogs sent = new SendLogs(journal);
        WrongGuesses wrong = new WrongGuesses(journal);
        InMemoryNotices notices = new InMemoryNotices(journal);
        Table<Object, Integer> failuresInARow = new Table<>(journal);
        InMemoryAudit audit = new InMemoryAudit(journal, rows, failuresInARow);
        Spellings spellings = new Spellings(journal);
        InMemoryTerms terms = new InMemoryTerms(journal);
        InMemoryConsents consents = new InMemoryConsents(journal, rows);
        InMemoryAccounts accounts =
                new InMemoryAccounts(journal, rows, proofs, terms, consents, spellings, notices, audit);
        InMemoryBadges badges = new InMemoryBadges(journal);
        InMemoryStatuses statuses = new InMemoryStatuses(journal);
        InMemoryAwards awards = new InMemoryAwards(journal, accounts, badges, notices, statuses);
        InMemoryBulk bulk = new InMemoryBulk(journal, awards);
        InMemoryImports imports = new InMemoryImports(journal, accounts, badges, awards, audit);
        InMemorySignIns signIns = new InMemorySignIns(journal, accounts, audit, failuresInARow);
        InMemoryBackpacks backpacks = new InMemoryBackpacks(journal, accounts, awards, badges);
        InMemoryCollections collections = new InMemoryCollections(journal, accounts, backpacks);
        InMemoryShares shares = new InMemoryShares(journal, accounts, backpacks, collections);
        InMemoryMoves moves = new InMemoryMoves(journal, accounts, notices, audit);
        InMemoryMerges merges =
                new InMemoryMerges(journal, proofs, accounts, signIns, consents, collections, shares, audit, moves);
        InMemoryErasures erasures = new InMemoryErasures(
                journal,
                accounts,
                proofs,
                sent,
                signIns,
                consents,
                awards,
                imports,
                collections,
                shares,
                notices,
                bulk,
                audit,
                moves,
                merges);
        return new InMemoryStores(
                accounts,
                new InMemoryChallenges(journal, proofs, accounts, sent, wrong),
                moves,
                signIns,
                merges,
                terms,
                consents,
                badges,
                awards,
                bulk,
                imports,
                statuses,
                backpacks,
                collections,
                shares,
                notices,
                new InMemoryMailboxes(journal, accounts, awards, spellings),
                audit,
                erasures,
                new InMemoryRetention(journal, proofs, sent, wrong, signIns, notices, shares, audit, erasures, moves));
    }
}
