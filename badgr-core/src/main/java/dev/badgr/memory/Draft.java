package dev.badgr.memory;

import dev.badgr.memory.Buckets.Bucket;

/** A bucket as a transaction has read it, and as it wants it to be. */
final class Draft<K, V> {
    private final Buckets<K, V> stored;
    private final int place;
    private final Bucket<K, V> seen;
    private Rows<K, V> rows;
    private boolean locked;

    Draft(Buckets<K, V> stored, int place) {
        this.stored = stored;
        this.place = place;
        this.seen = stored.read(place);
        this.rows = seen.rows();
    }

    Rows<K, V> rows() {
        return rows;
    }

    void change(Rows<K, V> wanted) {
        this.rows = wanted;
    }

    boolean isChanged() {
        return rows != seen.rows();
    }

    /** When what was read was written. */
    long version() {
        return seen.version();
    }

    /** Whether nobody has replaced, or is about to replace, what was read. */
    boolean isStill() {
        return stored.isStill(place, seen);
    }

    /** Keeps others from replacing it; fails if somebody has or is about to. */
    boolean lock() {
        locked = stored.lock(place, seen);
        return locked;
    }

    void publish(long version) {
        release(new Bucket<>(version, rows));
    }

    /** Leaves it as it was, unless it was published. */
    void unlock() {
        if (locked) {
            release(seen);
        }
    }

    private void release(Bucket<K, V> next) {
        stored.unlock(place, next);
        locked = false;
    }
}
