package dev.badgr.backpack;

import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.text.Text;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Badges that a person has put together, in her order. It names them but doesn't hold them: a badge that her Backpack doesn't
 * show at the moment is not seen in it, and is in its old place when it comes back.
 *
 * <p>Immutable. Each change gives a collection with the next {@link #version()}; storage takes it only if the stored version
 * is still the one that the change began with.
 *
 * @param id its name
 * @param owner whose it is
 * @param name for people; 1 to 100 code points
 * @param description at most 2,000 code points
 * @param awards in order, each once, also those that the Backpack doesn't show; at most {@link #MAX_AWARDS}
 * @param version counts its changes, from 1 on
 * @param createdAt when
 */
public record Collection(
        CollectionId id,
        AccountId owner,
        String name,
        Optional<String> description,
        List<AwardId> awards,
        long version,
        Instant createdAt) {
    /** How many badges a collection may have. */
    public static final int MAX_AWARDS = 500;
    /** How many collections an account may have. */
    public static final int MAX_PER_ACCOUNT = 100;

    private static final int NAME = 100;
    private static final int DESCRIPTION = 2000;

    /** @throws dev.badgr.text.InvalidValue for {@code name} or {@code description} */
    public Collection {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        name = name(name);
        description = description.map(text -> Text.lines("description", text, DESCRIPTION));
        awards = List.copyOf(awards);
        if (awards.size() > MAX_AWARDS || Set.copyOf(awards).size() < awards.size()) {
            throw new IllegalArgumentException("awards: at most " + MAX_AWARDS + ", each once");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version: from 1 on");
        }
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** A new one without badges. */
    public static Collection create(
            CollectionId id, AccountId owner, String name, Optional<String> description, Instant createdAt) {
        return new Collection(id, owner, name, description, List.of(), 1, createdAt);
    }

    /**
     * A name as a collection has it.
     *
     * @throws dev.badgr.text.InvalidValue for the field {@code name}
     */
    public static String name(@Nullable String raw) {
        return Text.line("name", raw, NAME);
    }

    /**
     * A description as a collection has it; empty if nothing was typed.
     *
     * @throws dev.badgr.text.InvalidValue for the field {@code description}
     */
    public static Optional<String> description(@Nullable String raw) {
        return raw == null || Text.strip(raw).isEmpty()
                ? Optional.empty()
                : Optional.of(Text.lines("description", raw, DESCRIPTION));
    }

    /** The same state with these badges, as storage reads it in parts. */
    public Collection holding(List<AwardId> stored) {
        return new Collection(id, owner, name, description, stored, version, createdAt);
    }

    /** Whether this badge is in it, seen or not. */
    public boolean holds(AwardId award) {
        return awards.contains(award);
    }

    /** Whether it takes no more badges. */
    public boolean isFull() {
        return awards.size() >= MAX_AWARDS;
    }

    /** With another name and description. */
    public Collection named(String newName, Optional<String> newDescription) {
        return new Collection(id, owner, newName, newDescription, awards, version + 1, createdAt);
    }

    /** The same in another's hands: no change of what it holds. */
    public Collection ownedBy(AccountId other) {
        return new Collection(id, other, name, description, awards, version, createdAt);
    }

    /** With one more badge at its end; ask {@link #holds} and {@link #isFull} first. */
    public Collection with(AwardId award) {
        return changed(Stream.concat(awards.stream(), Stream.of(award)).toList());
    }

    /** Without a badge. */
    public Collection without(AwardId award) {
        return changed(awards.stream().filter(other -> !other.equals(award)).toList());
    }

    /**
     * With these badges in this order, in the places that they take up together. All others stay where they are, so whoever
     * orders what she sees doesn't move what she doesn't see.
     *
     * @param order badges of this collection; a repeated one counts once
     * @throws IllegalArgumentException if one is not in it
     */
    public Collection ordered(List<AwardId> order) {
        Set<AwardId> moved = new LinkedHashSet<>(order);
        if (!new HashSet<>(awards).containsAll(moved)) {
            throw new IllegalArgumentException("order: only badges of the collection");
        }
        Iterator<AwardId> next = moved.iterator();
        return changed(awards.stream()
                .map(award -> moved.contains(award) ? next.next() : award)
                .toList());
    }

    /**
     * The badge that this one has and an earlier state of it has not; empty if there is none.
     *
     * @throws IllegalArgumentException if it is another collection or owner, or there are several
     */
    public Optional<AwardId> addedSince(Collection before) {
        if (!id.equals(before.id()) || !owner.equals(before.owner())) {
            throw new IllegalArgumentException("before: must be of the same collection");
        }
        Set<AwardId> added = new LinkedHashSet<>(awards);
        added.removeAll(new HashSet<>(before.awards()));
        if (added.size() > 1) {
            throw new IllegalArgumentException("awards: at most one more at a time");
        }
        return added.stream().findFirst();
    }

    private Collection changed(List<AwardId> newAwards) {
        return new Collection(id, owner, name, description, newAwards, version + 1, createdAt);
    }
}
