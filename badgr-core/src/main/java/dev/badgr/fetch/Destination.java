package dev.badgr.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somewhere that may be asked, as far as the text of the URL tells.
 *
 * @param location in ASCII, without a fragment
 * @param host a name of at least two labels, of which the last begins with a letter: no spelling of an IP address does
 * @param port as it stands in the URL, or else the usual one
 */
record Destination(URI location, String host, int port) {
    static final int HTTPS = 443;

    private static final int LONGEST = 2000;
    private static final int LONGEST_NAME = 253;
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** Where this URL leads. @throws Unfetchable if nothing may be asked for there */
    static Destination of(URI location, int allowedPort) throws Unfetchable {
        require("https".equalsIgnoreCase(location.getScheme()), "only https is fetched");
        require(location.toString().length() <= LONGEST, "the URL has over " + LONGEST + " characters");
        require(location.getRawUserInfo() == null, "the URL names a user");
        String host = String.valueOf(location.getHost()).toLowerCase(Locale.ROOT);
        require(
                host.length() <= LONGEST_NAME && NAME.matcher(host).matches(),
                "the URL names no host by its full name");
        int port = location.getPort() < 0 ? HTTPS : location.getPort();
        require(port == allowedPort, "the URL names another port than " + allowedPort);
        return new Destination(withoutFragment(location), host, port);
    }

    /** What follows the host. */
    String pathAndQuery() {
        String path = Optional.ofNullable(location.getRawPath())
                .filter(raw -> !raw.isEmpty())
                .orElse("/");
        return location.getRawQuery() == null ? path : path + "?" + location.getRawQuery();
    }

    /** Where a redirect leads; not yet checked. */
    URI redirectedTo(Optional<String> target) throws Unfetchable {
        try {
            return location.resolve(URI.create(target.orElseThrow(() -> new Unfetchable("it redirects to nowhere"))));
        } catch (IllegalArgumentException e) {
            throw new Unfetchable("it redirects to what is no URL");
        }
    }

    private static URI withoutFragment(URI location) throws Unfetchable {
        String text = location.toASCIIString();
        int fragment = text.indexOf('#');
        try {
            return URI.create(fragment < 0 ? text : text.substring(0, fragment));
        } catch (IllegalArgumentException e) {
            throw new Unfetchable("the URL can't be written in ASCII");
        }
    }

    private static void require(boolean holds, String objection) throws Unfetchable {
        if (!holds) {
            throw new Unfetchable(objection);
        }
    }
}
