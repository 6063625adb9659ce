/**
 * Where a person finds her badges: the {@link dev.badgr.backpack.Backpack} is a view over awards, not a copy of them. Pure.
 */
@NullMarked
package dev.badgr.backpack;

import org.jspecify.annotations.NullMarked;
