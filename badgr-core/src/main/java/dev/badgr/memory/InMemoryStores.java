package dev.badgr.memory;

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

/** The stores of one transaction. They keep nothing themselves, so they are made when somebody asks for them. */
record InMemoryStores(Transaction in) implements Stores {

    @Override
    public AccountStore accounts() {
        return new InMemoryAccounts(in);
    }

    @Override
    public ChallengeStore challenges() {
        return new InMemoryChallenges(in);
    }

    @Override
    public MoveStore moves() {
        return new InMemoryMoves(in);
    }

    @Override
    public SignInStore signIns() {
        return new InMemorySignIns(in);
    }

    @Override
    public MergeStore merges() {
        return new InMemoryMerges(in);
    }

    @Override
    public TermsStore terms() {
        return new InMemoryTerms(in);
    }

    @Override
    public ConsentStore consents() {
        return new InMemoryConsents(in);
    }

    @Override
    public BadgeStore badges() {
        return new InMemoryBadges(in);
    }

    @Override
    public AwardStore awards() {
        return new InMemoryAwards(in);
    }

    @Override
    public BulkStore bulk() {
        return new InMemoryBulk(in);
    }

    @Override
    public ImportStore imports() {
        return new InMemoryImports(in);
    }

    @Override
    public StatusStore statuses() {
        return new InMemoryStatuses(in);
    }

    @Override
    public BackpackStore backpacks() {
        return new InMemoryBackpacks(in);
    }

    @Override
    public CollectionStore collections() {
        return new InMemoryCollections(in);
    }

    @Override
    public ShareStore shares() {
        return new InMemoryShares(in);
    }

    @Override
    public NoticeStore notices() {
        return new InMemoryNotices(in);
    }

    @Override
    public MailboxStore mailboxes() {
        return new InMemoryMailboxes(in);
    }

    @Override
    public AuditStore audit() {
        return new InMemoryAudit(in);
    }

    @Override
    public ErasureStore erasures() {
        return new InMemoryErasures(in);
    }

    @Override
    public RetentionStore retention() {
        return new InMemoryRetention(in);
    }
}
