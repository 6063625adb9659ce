package dev.badgr.jdbc;

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
    public AuditStore audit() {
        return new JdbcAudit(jdbc);
    }
}
