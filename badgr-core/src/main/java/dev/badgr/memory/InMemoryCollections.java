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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collections; what each shows is asked of the Backpack each time. */
final class InMemoryCollections implements CollectionStore {
    private final Journal journal;
    private final InMemoryAccounts accounts;
    private final InMemoryBackpacks backpacks;
    private final Table<CollectionId, Collection> collections;

    InMemoryCollections(Journal journal, InMemoryAccounts accounts, InMemoryBackpacks backpacks) {
        this.journal = journal;
        this.accounts = accounts;
        this.backpacks = backpacks;
        this.collections = new Table<>(journal);
    }

    @Override
    public Creation create(Collection collection, int max) {
        return journal.atomically(() -> {
            if (accounts.byId(collection.owner()).isEmpty()) {
                return Creation.NO_ACCOUNT;
            } else if (ownedBy(collection.owner()).count() >= max) {
                return Creation.TOO_MANY;
            }
            collections.put(collection.id(), collection);
            return Creation.CREATED;
        });
    }

    @Override
    public Optional<Collection> byId(AccountId owner, CollectionId id) {
        return journal.atomically(
                () -> collections.find(id).filter(c -> c.owner().equals(owner)));
    }

    @Override
    public Optional<CollectionView> view(AccountId owner, CollectionId id) {
        return journal.atomically(() -> byId(owner, id).map(c -> CollectionView.of(c, shown(c))));
    }

    @Override
    public List<CollectionSummary> of(AccountId owner) {
        return journal.atomically(() -> ownedBy(owner)
                .sorted(Comparator.comparing(Collection::createdAt).reversed())
                .map(c -> CollectionSummary.of(c, shown(c).size()))
                .toList());
    }

    @Override
    public Change replace(Collection before, Collection after) {
        Optional<AwardId> added = after.addedSince(before);
        return journal.atomically(() -> {
            Optional<Collection> stored =
                    byId(before.owner(), before.id()).filter(c -> c.version() == before.version());
            if (stored.isEmpty()) {
                return Change.STALE;
            } else if (added.isPresent() && isHidden(before.owner(), added.get())) {
                return Change.NOT_SHOWN;
            }
            collections.put(after.id(), after);
            return Change.CHANGED;
        });
    }

    @Override
    public boolean delete(AccountId owner, CollectionId id) {
        return journal.atomically(() -> {
            boolean there = byId(owner, id).isPresent();
            if (there) {
                collections.remove(id);
            }
            return there;
        });
    }

    /** Those of its badges that its owner's Backpack shows. */
    List<BackpackEntry> shown(Collection collection) {
        Optional<Account> owner = accounts.byId(collection.owner());
        return collection.awards().stream()
                .flatMap(award -> owner.flatMap(account -> backpacks.shown(account, award)).stream())
                .toList();
    }

    /** How many an account has made. */
    long count(AccountId owner) {
        return ownedBy(owner).count();
    }

    void forget(AccountId owner) {
        collections.prune(c -> c.owner().equals(owner), Integer.MAX_VALUE);
    }

    /** Gives an owner's collections to another. */
    void give(AccountId from, AccountId to) {
        ownedBy(from).toList().forEach(c -> collections.put(c.id(), c.ownedBy(to)));
    }

    private boolean isHidden(AccountId owner, AwardId award) {
        return accounts.byId(owner)
                .flatMap(account -> backpacks.shown(account, award))
                .isEmpty();
    }

    private Stream<Collection> ownedBy(AccountId owner) {
        return collections.all().filter(c -> c.owner().equals(owner));
    }
}
