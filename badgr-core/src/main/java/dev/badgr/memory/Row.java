package dev.badgr.memory;

/** A row as it is kept. Never changed: another one takes its place. */
interface Row<K, V> {
    /** The hash of the group that it belongs to. */
    int shard();

    K key();

    V value();
}
