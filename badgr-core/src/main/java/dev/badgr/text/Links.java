package dev.badgr.text;

import java.net.URI;

/** What a link may be that others are to open. */
public final class Links {
    private static final int MAX = 2000;

    private Links() {}

    /**
     * Refuses what no page may link to, such as a script.
     *
     * @throws IllegalArgumentException naming the field, if it is no http(s) URL with a host or has over 2,000 characters
     */
    public static void requireWeb(String field, URI link) {
        if (!isWeb(link)) {
            throw new IllegalArgumentException(field + ": an http(s) URL with a host, at most " + MAX + " characters");
        }
    }

    /** Whether it is an http(s) URL with a host and at most 2,000 characters. */
    public static boolean isWeb(URI link) {
        boolean web = "https".equalsIgnoreCase(link.getScheme()) || "http".equalsIgnoreCase(link.getScheme());
        return web && link.getHost() != null && link.toString().length() <= MAX;
    }
}
