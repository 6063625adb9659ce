/** What reads from outside, given what nobody would send: targets for a coverage-guided fuzzer, and the main that runs them. */
@NullMarked
package dev.badgr.fuzz;

import org.jspecify.annotations.NullMarked;
