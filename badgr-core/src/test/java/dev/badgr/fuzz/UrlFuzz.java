package dev.badgr.fuzz;

import dev.badgr.fetch.HttpsFetcher;
import dev.badgr.fetch.UrlChecks;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Any bytes as a URL, as the host in one, and as an address. */
public final class UrlFuzz {
    /** What resolvers take for a number: decimal, octal and hexadecimal parts. */
    private static final Pattern NUMERIC =
            Pattern.compile("(?i)(?:0x[0-9a-f]*|[0-9]+)(?:\\.(?:0x[0-9a-f]*|[0-9]+))*\\.?");

    private UrlFuzz() {}

    /** Loads the classes, which takes longer than an input may. */
    public static void fuzzerInitialize() throws UnknownHostException {
        fuzzerTestOneInput("plp.example".getBytes(StandardCharsets.UTF_8));
        fuzzerTestOneInput(new byte[16]);
    }

    public static void fuzzerTestOneInput(byte[] data) throws UnknownHostException {
        String text = new String(data, StandardCharsets.UTF_8);
        url(text);
        url("https://" + text);
        if (data.length >= 4) {
            address(InetAddress.getByAddress(Arrays.copyOf(data, 4)));
        }
        if (data.length >= 16) {
            address(InetAddress.getByAddress(Arrays.copyOf(data, 16)));
        }
    }

    private static void url(String text) {
        try {
            URI url = URI.create(text);
            if (HttpsFetcher.objection(url).isPresent()) {
                return;
            }
            String host = url.getHost();
            require(url.getScheme().equalsIgnoreCase("https"), "only https");
            require(url.getRawUserInfo() == null, "no user");
            require(url.getPort() == -1 || url.getPort() == 443, "no other port");
            require(!NUMERIC.matcher(host).matches() && !host.contains(":"), "no address");
            require(host.contains(".") && !host.endsWith("."), "a full name");
        } catch (IllegalArgumentException e) {
            // Nothing to ask for.
        }
    }

    private static void address(InetAddress address) {
        boolean isInner = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        require(!(isInner && UrlChecks.isPublic(address)), "no inner address is public");
    }

    private static void require(boolean holds, String law) {
        if (!holds) {
            throw new AssertionError("broken: " + law);
        }
    }
}
