/** A command that awards or revokes all that a file says, on any database that badgr keeps its data in. */
@NullMarked
package dev.badgr.examples.bulk;

import org.jspecify.annotations.NullMarked;
