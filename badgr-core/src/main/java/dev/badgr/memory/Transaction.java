package dev.badgr.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One piece of work, wholly or not at all. It sees everything as it was at one moment and keeps what it writes to itself until
 * it is committed: that succeeds only if nobody has changed anything that it read. For one thread.
 */
final class Transaction {
    /** Somebody was faster; the work is to be done again. Carries no trace: nobody is to see it. */
    private static final class Outrun extends RuntimeException {
        private static final long serialVersionUID = 1;

        Outrun() {
            super("The work is to be done again.", null, false, false);
        }
    }

    private enum State {
        RUNNING,
        OUTRUN,
        OVER
    }

    private final Journal journal;
    private final Map<Layout<?, ?>, Drafts<?, ?>> tables = new HashMap<>();
    private final List<Draft<?, ?>> drafts = new ArrayList<>();
    private long moment;
    private State state = State.RUNNING;

    Transaction(Journal journal) {
        this.journal = journal;
        this.moment = journal.now();
    }

    /** The table of this layout, as this transaction sees it. */
    <K, V> Table<K, V> table(Layout<K, V> layout) {
        return new Table<>(layout, this);
    }

    @SuppressWarnings("unchecked") // put under its own layout here, and nowhere else
    <K, V> Drafts<K, V> drafts(Layout<K, V> layout) {
        return (Drafts<K, V>) tables.computeIfAbsent(layout, key -> new Drafts<>(journal.buckets(layout), this));
    }

    /** Whether it has failed, whatever its work made of that. */
    boolean isOutrun() {
        return state == State.OUTRUN;
    }

    void requireRunning() {
        if (state == State.OUTRUN) {
            throw new Outrun();
        } else if (state == State.OVER) {
            throw new IllegalStateException("The transaction is over.");
        }
    }

    /** What is newer than the moment moves the moment on, if what was read before still holds. */
    void hasSeen(Draft<?, ?> draft) {
        drafts.add(draft);
        if (draft.version() > moment) {
            long later = journal.now();
            if (!drafts.stream().allMatch(Draft::isStill)) {
                state = State.OUTRUN;
                throw new Outrun();
            }
            moment = later;
        }
    }

    /** Makes what it wrote visible to others, all at once. Whether it could. */
    boolean commit() {
        if (state == State.OUTRUN) {
            return false;
        }
        List<Draft<?, ?>> changed = drafts.stream().filter(Draft::isChanged).toList();
        return changed.isEmpty() || commit(changed);
    }

    private boolean commit(List<Draft<?, ?>> changed) {
        try {
            if (!changed.stream().allMatch(Draft::lock)) {
                return false;
            }
            long version = journal.tick();
            if (!drafts.stream().allMatch(draft -> draft.isChanged() || draft.isStill())) {
                return false;
            }
            tables.values().forEach(Drafts::queue);
            changed.forEach(draft -> draft.publish(version));
            return true;
        } finally {
            changed.forEach(Draft::unlock);
        }
    }

    /** Whoever still holds a table of it can do nothing with it. */
    void end() {
        state = State.OVER;
    }
}
