/** A host that decides itself which awards go into a Backpack. */
@NullMarked
package dev.badgr.examples.ownpolicy;

import org.jspecify.annotations.NullMarked;
