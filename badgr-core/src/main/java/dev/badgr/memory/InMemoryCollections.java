package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.CollectionSummary;
import dev.badgr.backpack.CollectionView;
import dev.badgr.port.CollectionStore;
import dev.badgr.text.Uuids;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collections; what each shows is asked of the Backpack each time. */
final class InMemoryCollections implements CollectionStore {
    private record Key(AccountId owner, CollectionId id) {
        static Key of(Collection collection) {
            return new Key(collection.owner(), collection.id());
        }
    }

    private static final Layout<Key, Collection> COLLECTIONS =
            Layout.grouped(Key::owner, Comparator.comparing(key -> key.id().value(), Uuids.ORDER));

    private final InMemoryAccounts accounts;
    private final InMemoryBackpacks backpacks;
    private final Table<Key, Collection> collections;

    InMemoryCollections(Transaction in) {
        this.accounts = new InMemoryAccounts(in);
        this.backpacks = new InMemoryBackpacks(in);
        this.collections = in.table(COLLECTIONS);
    }

    @Override
    public Creation create(Collection collection, int max) {
        if (accounts.byId(collection.owner()).isEmpty()) {
            return Creation.NO_ACCOUNT;
        } else if (ownedBy(collection.owner()).count() >= max) {
            return Creation.TOO_MANY;
        }
        collections.put(Key.of(collection), collection);
        return Creation.CREATED;
    }

    @Override
    public Optional<Collection> byId(AccountId owner, CollectionId id) {
        return collections.find(new Key(owner, id));
    }

    @Override
    public Optional<CollectionView> view(AccountId owner, CollectionId id) {
        return byId(owner, id).map(c -> CollectionView.of(c, shown(c)));
    }

    @Override
    public List<CollectionSummary> of(AccountId owner) {
        return ownedBy(owner)
                .sorted(Comparator.comparing(Collection::createdAt).reversed())
                .map(c -> CollectionSummary.of(c, shown(c).size()))
                .toList();
    }

    @Override
    public Change replace(Collection before, Collection after) {
        Optional<AwardId> added = after.addedSince(before);
        Optional<Collection> stored = byId(before.owner(), before.id()).filter(c -> c.version() == before.version());
        if (stored.isEmpty()) {
            return Change.STALE;
        } else if (added.isPresent() && isHidden(before.owner(), added.get())) {
            return Change.NOT_SHOWN;
        }
        collections.put(Key.of(after), after);
        return Change.CHANGED;
    }

    @Override
    public boolean delete(AccountId owner, CollectionId id) {
        boolean there = byId(owner, id).isPresent();
        if (there) {
            collections.remove(new Key(owner, id));
        }
        return there;
    }

    /** Those of its badges that its owner's Backpack shows. */
    List<BackpackEntry> shown(Collection collection) {
        Optional<Account> owner = accounts.byId(collection.owner());
        return collection.awards().stream()
                .flatMap(award -> owner.flatMap(account -> backpacks.shown(account, award)).stream())
                .toList();
    }

    /** Gives an owner's collections to another. */
    void give(AccountId from, AccountId to) {
        ownedBy(from).map(c -> c.ownedBy(to)).forEach(c -> collections.put(Key.of(c), c));
        forget(from);
    }

    /** How many an account has made. */
    long count(AccountId owner) {
        return ownedBy(owner).count();
    }

    void forget(AccountId owner) {
        collections.keysOf(owner).forEach(collections::remove);
    }

    private boolean isHidden(AccountId owner, AwardId award) {
        return accounts.byId(owner)
                .flatMap(account -> backpacks.shown(account, award))
                .isEmpty();
    }

    private Stream<Collection> ownedBy(AccountId owner) {
        return collections.of(owner);
    }
}
