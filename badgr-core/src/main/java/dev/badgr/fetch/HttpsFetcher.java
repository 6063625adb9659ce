package dev.badgr.fetch;

import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.text.Bytes;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Fetches over https from public servers, and from nowhere else. The addresses come from badges, so whoever made a badge chooses what
 * this host asks for; therefore:
 *
 * <ul>
 *   <li>only {@code https}, port 443, a host with a name (no IP address in any spelling), no user in the URL;
 *   <li>each address that the name resolves to must be public, and the connection goes to the address that was checked: there is no
 *       second look-up;
 *   <li>at most three redirects, and each goes through the same checks;
 *   <li>5 seconds to connect, 10 seconds for everything together, 2 MiB of body; compressed answers are refused;
 *   <li>no proxy, cookie, password or client certificate of this JVM is used. Certificates are checked against its trust store.
 * </ul>
 *
 * <p>404 and 410 are {@link Fetched.Missing}; all else that goes wrong is {@link Fetched.Unavailable}. Safe for use by many threads; a
 * call keeps its thread until it has an answer.
 */
public final class HttpsFetcher implements Fetcher {
    private static final int MOST_REDIRECTS = 3;

    private final Web web;

    /** One for the public web. */
    public HttpsFetcher() {
        this(Web.open());
    }

    HttpsFetcher(Web web) {
        this.web = web;
    }

    /**
     * Why nothing is ever fetched from there, as far as the text tells: what the name resolves to is seen only when it is fetched.
     *
     * @return in English, such as {@code only https is fetched}; empty if it may be tried
     */
    public static Optional<String> objection(URI location) {
        try {
            Destination.of(location, Destination.HTTPS);
            return Optional.empty();
        } catch (Unfetchable e) {
            return Optional.of(e.reason());
        }
    }

    @Override
    public Fetched fetch(URI location) {
        Objects.requireNonNull(location, "location");
        try (Deadline deadline = Deadline.in(web.patience())) {
            try {
                return follow(location, deadline);
            } catch (IOException e) {
                return new Fetched.Unavailable(deadline.hasPassed() ? "it took too long" : reason(e));
            }
        }
    }

    private Fetched follow(URI location, Deadline deadline) throws IOException {
        URI next = location;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Destination destination = Destination.of(next, web.port());
            Response response = Exchange.get(web, destination, deadline);
            if (!response.isRedirect()) {
                return answer(destination, response);
            }
            next = destination.redirectedTo(response.header("location"));
        }
        throw new Unfetchable("it redirects more than " + MOST_REDIRECTS + " times");
    }

    private static Fetched answer(Destination destination, Response response) throws Unfetchable {
        return switch (response.status()) {
            case 200 -> new Fetched.Document(destination.location(), response.mediaType(), Bytes.of(response.body()));
            case 404, 410 -> new Fetched.Missing(response.status());
            default -> throw new Unfetchable("the server answered " + response.status());
        };
    }

    private static String reason(IOException e) {
        if (e instanceof Unfetchable unfetchable) {
            return unfetchable.reason();
        } else if (e instanceof UnknownHostException) {
            return "the host has no address";
        }
        return e instanceof SSLException
                ? "there is no secure connection to the host, or it broke off"
                : "there is no connection to the host, or it broke off";
    }
}
