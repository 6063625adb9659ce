/** A collection of badges, a link to it, and the page that the link leads to. */
@NullMarked
package dev.badgr.examples.sharing;

import org.jspecify.annotations.NullMarked;
