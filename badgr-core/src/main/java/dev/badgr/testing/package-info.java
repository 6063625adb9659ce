/** Test doubles for a host's own tests: a clock that is set by hand, a mailer that keeps the mail, codes that are known. */
@NullMarked
package dev.badgr.testing;

import org.jspecify.annotations.NullMarked;
