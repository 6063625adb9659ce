package dev.badgr.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One question and its answer over HTTP/1.1 (RFC 9112), on a connection of its own. The JDK's own clients look the name up once more, and
 * bring the cookies, passwords and proxies of the whole JVM along, so they are not used.
 */
final class Exchange {
    private static final int MOST_ADDRESSES = 3;

    private final Web web;
    private final Destination destination;
    private final Deadline deadline;

    private Exchange(Web web, Destination destination, Deadline deadline) {
        this.web = web;
        this.destination = destination;
        this.deadline = deadline;
    }

    static Response get(Web web, Destination destination, Deadline deadline) throws IOException {
        Exchange exchange = new Exchange(web, destination, deadline);
        try (Socket plain = exchange.connected(exchange.addresses())) {
            return exchange.ask(plain);
        }
    }

    /** All of them must be allowed: a name that also leads inside is not asked at all. */
    private InetAddress[] addresses() throws IOException {
        InetAddress[] addresses = deadline.await(lookUp());
        if (addresses.length == 0) {
            throw new Unfetchable("the host has no address");
        }
        if (!Arrays.stream(addresses).allMatch(web.allowed())) {
            throw new Unfetchable("the host's address is private or reserved");
        }
        return addresses;
    }

    /** On a thread of its own, since nothing can interrupt a look-up. */
    private CompletableFuture<InetAddress[]> lookUp() {
        CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        found.complete(web.resolver().addresses(destination.host()));
                    } catch (IOException | RuntimeException e) {
                        found.completeExceptionally(e);
                    }
                },
                "badgr-look-up");
        thread.setDaemon(true);
        thread.start();
        return found;
    }

    private Socket connected(InetAddress[] addresses) throws IOException {
        IOException failure = new Unfetchable("the host has no address");
        for (InetAddress address : Arrays.asList(addresses).subList(0, Math.min(MOST_ADDRESSES, addresses.length))) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            deadline.ends(socket);
            try {
                socket.connect(new InetSocketAddress(address, destination.port()), (int)
                        web.connecting().toMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    private Response ask(Socket plain) throws IOException {
        plain.setSoTimeout((int) web.patience().toMillis());
        // The name goes into the handshake, and the certificate must be for it; the connection stays where it is.
        // Only the plain socket is closed, by whoever opened it: a farewell could wait for the server.
        SSLSocket secure =
                (SSLSocket) web.trust().get().createSocket(plain, destination.host(), destination.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        secure.getOutputStream().write(request());
        secure.getOutputStream().flush();
        return Response.read(new BufferedInputStream(secure.getInputStream()));
    }

    private byte[] request() {
        String host = destination.port() == Destination.HTTPS
                ? destination.host()
                : destination.host() + ":" + destination.port();
        return String.join(
                        "\r\n",
                        "GET " + destination.pathAndQuery() + " HTTP/1.1",
                        "Host: " + host,
                        "User-Agent: badgr",
                        "Accept: application/json, application/ld+json, application/vc+ld+json, application/did+json,"
                                + " application/vc+jwt, application/jwt, image/png, image/svg+xml, text/plain;q=0.5, */*;q=0.1",
                        "Accept-Encoding: identity",
                        "Connection: close",
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
