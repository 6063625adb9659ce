/** {@link dev.badgr.memory.InMemoryStorage}: storage for the first minute, and for a host's own tests. */
@NullMarked
package dev.badgr.memory;

import org.jspecify.annotations.NullMarked;
