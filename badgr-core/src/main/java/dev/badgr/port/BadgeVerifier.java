package dev.badgr.port;

import dev.badgr.openbadges.Verified;
import dev.badgr.text.Bytes;

/**
 * Reads and verifies a badge from elsewhere. badgr brings its own; a host may put another in its place or around it, such as
 * one that knows a register of issuers.
 *
 * <p>Total: what can't be read is a report, not an exception. Safe for use by many threads.
 */
@FunctionalInterface
public interface BadgeVerifier {
    /**
     * Judges a badge as of now, with what can be fetched now.
     *
     * @param received a file as it came: JSON, a JWT, a baked PNG or SVG
     */
    Verified verify(Bytes received);
}
