package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.PersonName;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.Shareable;
import dev.badgr.backpack.SharedBadge;
import dev.badgr.backpack.SharedCollection;
import dev.badgr.backpack.SharedView;
import dev.badgr.port.ShareStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Share links; whether one shows anything is asked of the Backpack each time. */
final class InMemoryShares implements ShareStore {
    private static final int MAX = 1000;

    private final Journal journal;
    private final InMemoryAccounts accounts;
    private final InMemoryBackpacks backpacks;
    private final InMemoryCollections collections;
    private final Table<String, ShareLink> links;

    InMemoryShares(
            Journal journal, InMemoryAccounts accounts, InMemoryBackpacks backpacks, InMemoryCollections collections) {
        this.journal = journal;
        this.accounts = accounts;
        this.backpacks = backpacks;
        this.collections = collections;
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
    public Optional<SharedView> view(String id, Instant now) {
        return journal.atomically(() -> {
            Optional<ShareLink> link = links.find(id).filter(l -> l.isLiveAt(now));
            Optional<SharedView> view = link.flatMap(l -> shown(l, now));
            view.flatMap(shown -> link).ifPresent(l -> links.put(id, l.viewed()));
            return view;
        });
    }

    @Override
    public boolean revoke(AccountId owner, String id, Instant now) {
        return journal.atomically(() -> {
            Optional<ShareLink> link = links.find(id)
                    .filter(l -> l.owner().equals(owner) && l.revokedAt().isEmpty());
            link.ifPresent(l -> links.put(id, l.revoked(now)));
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

    /** Gives an owner's links to another. */
    void give(AccountId from, AccountId to) {
        List<ShareLink> its =
                links.all().filter(link -> link.owner().equals(from)).toList();
        its.forEach(link -> links.put(link.id(), link.ownedBy(to)));
    }

    private Optional<SharedView> shown(ShareLink link, Instant now) {
        return accounts.byId(link.owner()).flatMap(owner -> shown(owner, link.target(), now));
    }

    private Optional<SharedView> shown(Account owner, Shareable target, Instant now) {
        PersonName name = owner.name();
        if (target instanceof Shareable.OneBadge one) {
            return backpacks.shown(owner, one.award()).map(entry -> SharedBadge.of(entry, name, now));
        }
        return collections
                .byId(owner.id(), ((Shareable.WholeCollection) target).collection())
                .map(whole -> SharedCollection.of(whole, collections.shown(whole), name, now));
    }
}
