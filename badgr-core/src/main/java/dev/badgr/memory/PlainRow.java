package dev.badgr.memory;

/** A row in the common form. */
record PlainRow<K, V>(int shard, K key, V value) implements Row<K, V> {}
