/** What verifying costs, beside what it can't cost less than: mains to be run by hand. */
@NullMarked
package dev.badgr.bench;

import org.jspecify.annotations.NullMarked;
