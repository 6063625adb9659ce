/** README's ten lines: in memory, and on a database. */
@NullMarked
package dev.badgr.examples.quickstart;

import org.jspecify.annotations.NullMarked;
