package dev.badgr.award;

import java.net.URI;

/** What a link in badge data may be. */
final class Links {
    private static final int MAX = 2000;

    private Links() {}

    static void requireWeb(String field, URI link) {
        boolean web = "https".equalsIgnoreCase(link.getScheme()) || "http".equalsIgnoreCase(link.getScheme());
        if (!web || link.getHost() == null || link.toString().length() > MAX) {
            throw new IllegalArgumentException(field + ": an http(s) URL with a host, at most " + MAX + " characters");
        }
    }
}
