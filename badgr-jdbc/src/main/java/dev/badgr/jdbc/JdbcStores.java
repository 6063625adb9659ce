package dev.badgr.jdbc;

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
import dev.badgr.port.FormerKeyStore;
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

/** All stores, on the same connections. */
record JdbcStores(Jdbc jdbc) implements Stores {
    @Override
    public AccountStore accounts() {
        return new JdbcAccounts(jdbc);
    }

    @Override
    public ChallengeStore challenges() {
        return new JdbcChallenges(jdbc);
    }

    @Override
    public MoveStore moves() {
        return new JdbcMoves(jdbc);
    }

    @Override
    public SignInStore signIns() {
        return new JdbcSignIns(jdbc);
    }

    @Override
    public MergeStore merges() {
        return new JdbcMerges(jdbc);
    }

    @Override
    public TermsStore terms() {
        return new JdbcTerms(jdbc);
    }

    @Override
    public ConsentStore consents() {
        return new JdbcConsents(jdbc);
    }

    @Override
    public BadgeStore badges() {
        return new JdbcBadges(jdbc);
    }

    @Override
    public AwardStore awards() {
        return new JdbcAwards(jdbc);
    }

    @Override
    public BulkStore bulk() {
        return new JdbcBulk(jdbc);
    }

    @Override
    public ImportStore imports() {
        return new JdbcImports(jdbc);
    }

    @Override
    public StatusStore statuses() {
        return new JdbcStatuses(jdbc);
    }

    @Override
    public BackpackStore backpacks() {
        return new JdbcBackpacks(jdbc);
    }

    @Override
    public CollectionStore collections() {
        return new JdbcCollections(jdbc);
    }

    @Override
    public ShareStore shares() {
        return new JdbcShares(jdbc);
    }

    @Override
    public NoticeStore notices() {
        return new JdbcNotices(jdbc);
    }

    @Override
    public MailboxStore mailboxes() {
        return new JdbcMailboxes(jdbc);
    }

    @Override
    public FormerKeyStore formerKeys() {
        return new JdbcFormerKeys(jdbc);
    }

    @Override
    public AuditStore audit() {
        return new JdbcAudit(jdbc);
    }

    @Override
    public ErasureStore erasures() {
        return new JdbcErasures(jdbc);
    }

    @Override
    public RetentionStore retention() {
        return new JdbcRetention(jdbc);
    }
}
