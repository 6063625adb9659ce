/** A host that counts what happens with Micrometer. */
@NullMarked
package dev.badgr.examples.metrics;

import org.jspecify.annotations.NullMarked;
