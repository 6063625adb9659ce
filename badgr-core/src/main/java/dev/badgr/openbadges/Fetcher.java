package dev.badgr.openbadges;

import java.net.URI;

/**
 * Brings documents from the web, for badges that name where their issuer, key or status is.
 *
 * <p>The addresses come from whoever made the badge, so an implementation must guard the host's own network: {@code
 * dev.badgr.fetch.HttpsFetcher} does, with limits on time, size and redirects. Safe for use by many threads. What can't be had is an
 * answer, not an exception.
 */
@FunctionalInterface
public interface Fetcher {
    /**
     * Gets what is there now.
     *
     * @param location an absolute URI, as the badge had it
     * @return never {@code null}
     */
    Fetched fetch(URI location);

    /** A fetcher that brings nothing: what would need it stays undecided. */
    static Fetcher none() {
        return location -> new Fetched.Unavailable("fetching is switched off");
    }
}
