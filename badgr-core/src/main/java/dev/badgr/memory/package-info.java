/** {@link dev.badgr.memory.InMemoryStorage}: storage for the first minute, for a host's own tests, and for small hosts that may forget. */
@NullMarked
package dev.badgr.memory;

import org.jspecify.annotations.NullMarked;
