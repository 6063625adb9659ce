/**
 * What badgr costs on PostgreSQL, beside others that do the same work: {@link dev.badgr.jdbc.bench.Bench} is a main to be run by
 * hand, and in a short form by the build.
 */
@NullMarked
package dev.badgr.jdbc.bench;

import org.jspecify.annotations.NullMarked;
