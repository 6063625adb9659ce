/** A host that records a completed course and awards its badge in one transaction of its own. */
@NullMarked
package dev.badgr.examples.jointransaction;

import org.jspecify.annotations.NullMarked;
