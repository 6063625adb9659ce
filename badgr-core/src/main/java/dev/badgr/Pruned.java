package dev.badgr;

import dev.badgr.port.RetentionStore.Kind;
import java.util.Map;

/**
 * What a run has forgotten.
 *
 * @param removed how many of each kind
 * @param more whether there may be more: run again soon
 */
public record Pruned(Map<Kind, Integer> removed, boolean more) {
    public Pruned {
        removed = Map.copyOf(removed);
    }

    /** How many in all. */
    public int total() {
        return removed.values().stream().mapToInt(Integer::intValue).sum();
    }
}
