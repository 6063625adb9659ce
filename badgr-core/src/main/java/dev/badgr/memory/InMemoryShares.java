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
import java.util.stream.Stream;

/** Share links; whether one shows anything is asked of the Backpack each time. */
final class InMemoryShares implements ShareStore {
    private static final int MAX = 1000;

    private record Mine(AccountId owner, String id) {
        static Mine of(ShareLink link) {
            return new Mine(link.owner(), link.id());
        }
    }

    private static final Layout<String, ShareLink> LINKS = Layout.single();
    private static final Layout<Mine, String> IDS = Layout.grouped(Mine::owner, Comparator.comparing(Mine::id));

    private final InMemoryAccounts accounts;
    private final InMemoryBackpacks backpacks;
    private final InMemoryCollections collections;
    private final Table<String, ShareLink> links;
    /** By owner. */
    private final Table<Mine, String> ids;

    InMemoryShares(Transaction in) {
        this.accounts = new InMemoryAccounts(in);
        this.backpacks = new InMemoryBackpacks(in);
        this.collections = new InMemoryCollections(in);
        this.links = in.table(LINKS);
        this.ids = in.table(IDS);
    }

    @Override
    public boolean create(ShareLink link) {
        boolean shown = shown(link, link.createdAt()).isPresent();
        if (shown) {
            put(link);
        }
        return shown;
    }

    @Override
    public Optional<SharedView> view(String id, Instant now) {
        Optional<ShareLink> link = links.find(id).filter(l -> l.isLiveAt(now));
        Optional<SharedView> view = link.flatMap(l -> shown(l, now));
        view.flatMap(shown -> link).ifPresent(l -> links.put(id, l.viewed()));
        return view;
    }

    @Override
    public boolean revoke(AccountId owner, String id, Instant now) {
        Optional<ShareLink> link = links.find(id)
                .filter(l -> l.owner().equals(owner) && l.revokedAt().isEmpty());
        link.ifPresent(l -> links.put(id, l.revoked(now)));
        return link.isPresent();
    }

    @Override
    public List<ShareLink> of(AccountId owner) {
        return by(owner)
                .sorted(Comparator.comparing(ShareLink::createdAt).reversed())
                .limit(MAX)
                .toList();
    }

    /** Gives an owner's links to another. */
    void give(AccountId from, AccountId to) {
        by(from).map(link -> link.ownedBy(to)).forEach(this::put);
        ids.keysOf(from).forEach(ids::remove);
    }

    /** How many links an account has made. */
    long count(AccountId owner) {
        return by(owner).count();
    }

    void forget(AccountId owner) {
        by(owner).forEach(this::remove);
    }

    /** Removes at most so many of those that were revoked, or else had expired, then or before. */
    int prune(Instant endedBy, int max) {
        List<ShareLink> some = links.all()
                .filter(link -> link.revokedAt()
                        .or(link::expiresAt)
                        .filter(end -> !end.isAfter(endedBy))
                        .isPresent())
                .limit(max)
                .toList();
        some.forEach(this::remove);
        return some.size();
    }

    private Stream<ShareLink> by(AccountId owner) {
        return ids.of(owner).flatMap(id -> links.find(id).stream());
    }

    private void put(ShareLink link) {
        links.put(link.id(), link);
        ids.put(Mine.of(link), link.id());
    }

    private void remove(ShareLink link) {
        links.remove(link.id());
        ids.remove(Mine.of(link));
    }

    private Optional<SharedView> shown(ShareLink link, Instant now) {
        return accounts.byId(link.owner()).filter(Account::isOpen).flatMap(owner -> shown(owner, link.target(), now));
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
