package dev.badgr.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer, read within limits (RFC 9112, 2 to 6).
 */
final class Response {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("\\s*([a-z0-9!#$&^_.+-]{1,64}/[a-z0-9!#$&^_.+-]{1,64})\\s*(?:;.*)?");
    private static final int LONGEST_HEAD = 32 * 1024;
    private static final int MOST_PRELIMINARY = 5;

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Response(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Reads it; the body only if it is the document itself. */
    static Response read(InputStream in) throws IOException {
        Head head = new Head(in, LONGEST_HEAD);
        for (int i = 0; i < MOST_PRELIMINARY; i++) {
            int status = status(head.line());
            Map<String, String> headers = head.fields();
            if (status >= 200) {
                return new Response(status, headers, status == 200 ? Body.read(in, headers) : new byte[0]);
            }
        }
        throw new Unfetchable("the server sends nothing but preliminary answers");
    }

    private static int status(String line) throws Unfetchable {
        Matcher matcher = STATUS.matcher(line);
        if (!matcher.matches()) {
            throw new Unfetchable("the server does not speak HTTP/1.1");
        }
        return Integer.parseInt(matcher.group(1));
    }

    int status() {
        return status;
    }

    boolean isRedirect() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /** A header by its name in lower case. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<String> mediaType() {
        return header("content-type")
                .map(type -> MEDIA_TYPE.matcher(type.toLowerCase(Locale.ROOT)))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    byte[] body() {
        return body;
    }
}
