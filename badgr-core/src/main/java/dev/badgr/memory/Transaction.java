package dev.badgr.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    private final Map<Layout<?, ?>, Table<?, ?>> tables = new HashMap<>();
    private long moment;
    private State state = State.RUNNING;

    Transaction(Journal journal) {
        this.journal = journal;
        this.moment = journal.now();
    }

    /** The table of this layout, as this transaction sees it. */
    @SuppressWarnings("unchecked") // put under its own layout below, and nowhere else
    <K, V> Table<K, V> table(Layout<K, V> layout) {
        return (Table<K, V>) tables.computeIfAbsent(layout, key -> new Table<>(layout, journal.buckets(layout), this));
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

    /** What is newer than the moment moves the moment on, if what was read before it still holds. */
    void hasSeen(long version) {
        if (version > moment) {
            long later = journal.now();
            if (!drafts().allMatch(Draft::isStill)) {
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
        List<? extends Draft<?, ?>> changed = drafts().filter(Draft::isChanged).toList();
        return changed.isEmpty() || commit(changed);
    }

    private boolean commit(List<? extends Draft<?, ?>> changed) {
        try {
            if (!changed.stream().allMatch(Draft::lock)) {
                return false;
            }
            long version = journal.tick();
            if (!drafts().filter(draft -> !draft.isChanged()).allMatch(Draft::isStill)) {
                return false;
            }
            tables.values().forEach(Table::queue);
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

    private Stream<? extends Draft<?, ?>> drafts() {
        return tables.values().stream().flatMap(Table::drafts);
    }
}
