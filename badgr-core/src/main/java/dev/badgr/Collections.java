package dev.badgr;

import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.CollectionSummary;
import dev.badgr.backpack.CollectionView;
import dev.badgr.backpack.Explanation;
import dev.badgr.port.CollectionStore.Change;
import dev.badgr.port.CollectionStore.Creation;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Badges that a person puts together, in her order. A collection shows those of them that her Backpack shows at that moment: a
 * badge that is declined, hidden, revoked or whose address has left is gone from it at once, and back in its place if it returns.
 * Private until it is shared by a link: {@link Sharing}. Safe for use by many threads.
 *
 * <p>What changes what the person saw, its words or its order, takes the version that she saw: of two such changes at once the
 * second is refused with {@link Rule#COLLECTION_CHANGED}. Adding and removing a badge is right whatever else has changed, so
 * it takes none and is never refused for that.
 */
public final class Collections {
    private static final Result<Collection> CHANGED = Rule.COLLECTION_CHANGED.refused();

    private final Setup setup;
    private final Backpacks backpacks;

    Collections(Setup setup, Backpacks backpacks) {
        this.setup = setup;
        this.backpacks = backpacks;
    }

    /**
     * Begins a collection.
     *
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.NotFound} if there is no such account, or
     *     {@link Refusal.NotPossible} if it has {@link Collection#MAX_PER_ACCOUNT}
     */
    public Result<Collection> create(AccountId owner, CollectionForm form) {
        Objects.requireNonNull(owner, "owner");
        return Typed.parse(
                () -> Collection.name(form.name()),
                () -> Collection.description(form.description()),
                (name, description) -> stored(
                        Collection.create(CollectionId.random(setup.random()), owner, name, description, setup.now())));
    }

    /** An owner's collections, newest first. */
    public List<CollectionSummary> list(AccountId owner) {
        Objects.requireNonNull(owner, "owner");
        return setup.stores().collections().of(owner);
    }

    /** An owner's collection with the badges that it shows; empty if there is none such of hers. */
    public Optional<CollectionView> view(AccountId owner, CollectionId id) {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(id, "id");
        return setup.stores().collections().view(owner, id);
    }

    /**
     * Changes name and description.
     *
     * @param version the one that the form was made with
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.NotFound}, or {@link Refusal.NotPossible} if it has
     *     changed since
     */
    public Result<Collection> edit(AccountId owner, CollectionId id, long version, CollectionForm form) {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(id, "id");
        return Typed.parse(
                () -> Collection.name(form.name()),
                () -> Collection.description(form.description()),
                (name, description) -> found(owner, id)
                        .then(before -> at(version, before))
                        .then(before -> stored(before, before.named(name, description))));
    }

    /**
     * Puts a badge at the end of a collection; nothing changes if it is in it.
     *
     * @return refused with {@link Refusal.NotFound}, with {@link Refusal.NotThere} if the Backpack doesn't show the badge, or
     *     with {@link Refusal.NotPossible} if the collection has {@link Collection#MAX_AWARDS}
     */
    public Result<Collection> add(AccountId owner, CollectionId id, AwardId award) {
        Objects.requireNonNull(award, "award");
        return untilStored(owner, id, before -> {
            if (before.holds(award)) {
                return shown(before, award);
            } else if (before.isFull()) {
                return Rule.COLLECTION_FULL.refused();
            }
            return stored(before, before.with(award));
        });
    }

    /**
     * Takes a badge out of a collection; it stays in the Backpack. Nothing changes if it is not in it.
     *
     * @return refused with {@link Refusal.NotFound} if there is no such collection
     */
    public Result<Collection> remove(AccountId owner, CollectionId id, AwardId award) {
        Objects.requireNonNull(award, "award");
        return untilStored(
                owner,
                id,
                before -> before.holds(award) ? stored(before, before.without(award)) : Result.success(before));
    }

    /**
     * Puts these badges in this order, in the places that they take up together; all others stay where they are.
     *
     * @param version the one in which the person saw the old order
     * @return refused with {@link Refusal.NotFound} if there is no such collection or one of the badges is not in it, or with
     *     {@link Refusal.NotPossible} if it has changed since
     */
    public Result<Collection> reorder(AccountId owner, CollectionId id, long version, List<AwardId> order) {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(id, "id");
        List<AwardId> wanted = List.copyOf(order);
        return found(owner, id).then(before -> at(version, before)).then(before -> {
            if (!new HashSet<>(before.awards()).containsAll(wanted)) {
                return Result.refused(new Refusal.NotFound("award"));
            }
            return stored(before, before.ordered(wanted));
        });
    }

    /**
     * Deletes a collection, and with it what its share links show. Its badges stay in the Backpack.
     *
     * @return whether it was deleted by this call
     */
    public boolean delete(AccountId owner, CollectionId id) {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(id, "id");
        return setup.stores().collections().delete(owner, id);
    }

    /** Each turn is lost to another change, which was made, or to a badge that has come: so this ends. */
    private Result<Collection> untilStored(
            AccountId owner, CollectionId id, Function<Collection, Result<Collection>> change) {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(id, "id");
        Result<Collection> result = found(owner, id).then(change);
        while (result.equals(CHANGED)) {
            result = found(owner, id).then(change);
        }
        return result;
    }

    private Result<Collection> found(AccountId owner, CollectionId id) {
        return setup.stores()
                .collections()
                .byId(owner, id)
                .map(Result::success)
                .orElseGet(() -> Result.refused(new Refusal.NotFound("collection")));
    }

    private static Result<Collection> at(long version, Collection collection) {
        return collection.version() == version ? Result.success(collection) : CHANGED;
    }

    private Result<Collection> stored(Collection collection) {
        Creation outcome = setup.stores().collections().create(collection, Collection.MAX_PER_ACCOUNT);
        return switch (outcome) {
            case CREATED -> Result.success(collection);
            case TOO_MANY -> Rule.TOO_MANY_COLLECTIONS.refused();
            case NO_ACCOUNT -> Result.refused(new Refusal.NotFound("account"));
        };
    }

    private Result<Collection> stored(Collection before, Collection after) {
        Change outcome = setup.stores().collections().replace(before, after);
        return switch (outcome) {
            case CHANGED -> Result.success(after);
            case STALE -> CHANGED;
            case NOT_SHOWN ->
                after.addedSince(before)
                        .map(award -> shown(before, award).then(collection -> CHANGED))
                        .orElse(CHANGED);
        };
    }

    /** The collection, if the Backpack shows this badge; asking may have the policy decide about it. */
    private Result<Collection> shown(Collection collection, AwardId award) {
        Explanation explanation = backpacks.explain(collection.owner(), award);
        return explanation instanceof Explanation.Shown
                ? Result.success(collection)
                : Result.refused(new Refusal.NotThere(explanation));
    }
}
