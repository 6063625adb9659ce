package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.backpack.Backpack;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.SharedBadge;
import dev.badgr.port.ShareStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Share links; whether one shows anything is asked of the {@link Backpack} each time. */
final class InMemoryShares implements ShareStore {
    private static final int MAX = 1000;

    private final Journal journal;
    private final InMemoryAccounts accounts;
    private final InMemoryAwards awards;
    private final InMemoryBadges badges;
    private final Table<String, ShareLink> links;

    InMemoryShares(Journal journal, InMemoryAccounts accounts, InMemoryAwards awards, InMemoryBadges badges) {
        this.journal = journal;
        this.accounts = accounts;
        this.awards = awards;
        this.badges = badges;
        this.links = new Table<>(journal);
    }

    @Override
    public boolean create(ShareLink link) {
        return journal.atomically(() -> {
            boolean shown = shown(link, link.createdAt()).isPresent();
            if (shown) {
                links.put(link.id(), link);
            }
            return shown;
        });
    }

    @Override
    public Optional<SharedBadge> view(String id, Instant now) {
        return journal.atomically(
                () -> links.find(id).filter(link -> link.isLiveAt(now)).flatMap(link -> shown(link, now)));
    }

    @Override
    public boolean revoke(AccountId owner, String id, Instant now) {
        return journal.atomically(() -> {
            Optional<ShareLink> link = links.find(id)
                    .filter(l -> l.owner().equals(owner) && l.revokedAt().isEmpty());
            link.ifPresent(l -> links.put(id, revoked(l, now)));
            return link.isPresent();
        });
    }

    @Override
    public List<ShareLink> of(AccountId owner) {
        return journal.atomically(() -> links.all()
                .filter(isBy(owner))
                .sorted(Comparator.comparing(ShareLink::createdAt).reversed())
                .limit(MAX)
                .toList());
    }

    /** How many links an account has made. */
    long count(AccountId owner) {
        return links.all().filter(isBy(owner)).count();
    }

    void forget(AccountId owner) {
        links.prune(isBy(owner), Integer.MAX_VALUE);
    }

    /** Removes at most so many of those that were revoked, or else had expired, then or before. */
    int prune(Instant endedBy, int max) {
        return links.prune(
                link -> link.revokedAt()
                        .or(link::expiresAt)
                        .filter(end -> !end.isAfter(endedBy))
                        .isPresent(),
                max);
    }

    private static Predicate<ShareLink> isBy(AccountId owner) {
        return link -> link.owner().equals(owner);
    }

    private Optional<SharedBadge> shown(ShareLink link, Instant now) {
        Optional<Account> owner = accounts.byId(link.owner());
        Optional<Award> award = awards.byId(link.award());
        if (owner.isEmpty() || award.isEmpty() || !new Backpack(owner.get()).shows(award.get(), now)) {
            return Optional.empty();
        }
        BackpackEntry entry =
                new BackpackEntry(award.get(), badges.byId(award.get().badge()).orElseThrow());
        return Optional.of(SharedBadge.of(entry, owner.get().name(), now));
    }

    private static ShareLink revoked(ShareLink link, Instant now) {
        return new ShareLink(
                link.id(), link.owner(), link.award(), link.createdAt(), link.expiresAt(), Optional.of(now));
    }
}
