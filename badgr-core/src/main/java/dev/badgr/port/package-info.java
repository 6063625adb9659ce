/**
 * What a host or an adapter brings. {@link dev.badgr.port.Storage} hands out one store for each part of the domain; the
 * Javadoc of a store is its law, and the contract tests state that law in code.
 */
@NullMarked
package dev.badgr.port;

import org.jspecify.annotations.NullMarked;
