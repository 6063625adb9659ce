package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.CollectionSummary;
import dev.badgr.backpack.CollectionView;
import java.util.List;
import java.util.Optional;

/** Collections of badges. What they show is asked of the owner's Backpack each time; each call sees one moment. */
public interface CollectionStore {
    /** What became of a new collection. */
    enum Creation {
        /** It is stored. */
        CREATED,
        /** The account has as many as it may have. */
        TOO_MANY,
        /** There is no such account. */
        NO_ACCOUNT
    }

    /** What became of a change. */
    enum Change {
        /** It is stored. */
        CHANGED,
        /** The collection has changed meanwhile, or is gone. Nothing is stored. */
        STALE,
        /** The owner's Backpack doesn't show the badge that is to be added. Nothing is stored. */
        NOT_SHOWN
    }

    /**
     * In one step: stores a new collection without badges, if its owner has fewer than so many. However many are made at
     * once, she never has more.
     */
    Creation create(Collection collection, int max);

    /** An owner's collection as it is stored, also with what is not shown. */
    Optional<Collection> byId(AccountId owner, CollectionId id);

    /**
     * An owner's collection with those of its badges that her Backpack shows (state SHOWN, not revoked or readdressed, the
     * address verified on her account).
     */
    Optional<CollectionView> view(AccountId owner, CollectionId id);

    /** An owner's collections, newest first, each with the number of badges that {@link #view} shows. */
    List<CollectionSummary> of(AccountId owner);

    /**
     * In one step: stores {@code after} in place of {@code before}, if the stored version is that of {@code before} and the
     * owner's Backpack shows the badge that {@code after} has in addition, if it has one (by the same rule as in {@link #view}).
     *
     * @throws IllegalArgumentException if they are not of one collection, or {@code after} has more than one badge more
     */
    Change replace(Collection before, Collection after);

    /**
     * Deletes an owner's collection. The badges stay in her Backpack; a link to the collection shows nothing from then on.
     *
     * @return whether it was there
     */
    boolean delete(AccountId owner, CollectionId id);
}
