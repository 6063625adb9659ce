/** Badges in and out of a portal: people bring those that others issued, and take theirs elsewhere. */
@NullMarked
package dev.badgr.examples.openbadges;

import org.jspecify.annotations.NullMarked;
