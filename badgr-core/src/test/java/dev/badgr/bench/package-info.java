/** What reading, verifying, starting and storing in memory cost, beside what they cannot cost less than: mains to be run by hand. */
@NullMarked
package dev.badgr.bench;

import org.jspecify.annotations.NullMarked;
