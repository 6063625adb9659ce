package dev.badgr.backpack;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The address of a page with named values.
 *
 * @param text as far as it is made
 */
record Query(String text) {
    static Query to(String page) {
        return new Query(page);
    }

    Query with(String name, String value) {
        return new Query(text + (text.indexOf('?') < 0 ? "?" : "&") + name + "=" + encoded(value));
    }

    Query with(String name, long value) {
        return with(name, Long.toString(value));
    }

    URI uri() {
        return URI.create(text);
    }

    /** RFC 3986, 2.1: a blank is not a plus, which mail programs would show as one. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
