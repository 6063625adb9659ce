package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.check.Verification;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Questions about the addresses of documents. */
final class Web {
    private static final Pattern DOTS = Pattern.compile("(?i)[/\\\\](\\.|%2e){1,2}([/\\\\?#]|$)|\\\\|%5c|%2f");

    private Web() {}

    /** Whether it is an http or https URL with a host, and nothing before an {@code @}. */
    static boolean isUrl(String text) {
        return authority(text).isPresent();
    }

    /** Host and port in lower case, without a port that its scheme has anyway; empty if it is no http or https URL. */
    static Optional<String> authority(String text) {
        return Verification.uri(text).filter(Web::isHttp).map(Web::authority);
    }

    /** The host in lower case. */
    static Optional<String> host(String text) {
        return Verification.uri(text)
                .filter(Web::isHttp)
                .map(uri -> uri.getHost().toLowerCase(Locale.ROOT));
    }

    /** Whether a path may mean another place than it says. */
    static boolean hasTraversal(String url) {
        return DOTS.matcher(url).find();
    }

    /**
     * Whether two ids are one. Publishers mix http with https, leave {@code .json} out, or add a slash; within one host that makes no
     * other document.
     */
    static boolean isSame(String one, String other) {
        return one.equals(other) || (isUrl(one) && isUrl(other) && bare(one).equals(bare(other)));
    }

    private static String bare(String url) {
        String plain = url.substring(url.indexOf("://"));
        String shorter = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        return shorter.endsWith(".json") ? shorter.substring(0, shorter.length() - ".json".length()) : shorter;
    }

    private static boolean isHttp(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null;
    }

    private static String authority(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int usual = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return uri.getPort() < 0 || uri.getPort() == usual ? host : host + ":" + uri.getPort();
    }
}
