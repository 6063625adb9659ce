package dev.badgr.backpack;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Part of a list.
 *
 * @param items in order; may be fewer than asked for even if more follow
 * @param next what to ask for the page after it with; empty at the end
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
    }
}
