/** The host's secrets: rotated while badgr runs, and replaced while it is stopped. */
@NullMarked
package dev.badgr.examples.keys;

import org.jspecify.annotations.NullMarked;
