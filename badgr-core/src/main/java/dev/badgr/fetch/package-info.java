/** Documents from the web, fetched so that no badge can turn the host against its own network. */
@NullMarked
package dev.badgr.fetch;

import org.jspecify.annotations.NullMarked;
