package dev.badgr.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A server on this machine whose certificate is for {@code badge.test}, and which does what a test tells it, well or ill. */
final class SmallWeb implements AutoCloseable {
    /** Sends whatever it likes. */
    @FunctionalInterface
    interface Answer {
        void send(OutputStream out) throws IOException;
    }

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final SSLContext context;
    private final SSLServerSocket server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private SmallWeb(SSLContext context, SSLServerSocket server) {
        this.context = context;
        this.server = server;
    }

    static SmallWeb open(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        SSLContext context = context(folder.resolve("keys.p12"));
        SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        SmallWeb web = new SmallWeb(context, server);
        Thread thread = new Thread(web::accept);
        thread.setDaemon(true);
        thread.start();
        return web;
    }

    /** What a fetcher in it sees: every name leads to this machine, and that is allowed. */
    Web web(Duration patience) {
        return new Web(
                name -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                context::getSocketFactory,
                InetAddress::isLoopbackAddress,
                port(),
                Duration.ofSeconds(5),
                patience);
    }

    int port() {
        return server.getLocalPort();
    }

    String url(String path) {
        return "https://badge.test:" + port() + path;
    }

    /** Answers a path with this from now on. */
    void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** Answers a path with these lines and this body. */
    void answer(String path, String head, String body) {
        answer(
                path,
                out -> out.write((head.replace("\n", "\r\n") + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8)));
    }

    /** The heads of the requests so far. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) server.accept();
                Thread thread = new Thread(() -> serve(socket));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // Closed: the test is over.
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            String request = head(socket.getInputStream());
            requests.add(request);
            String path = request.split(" ", 3)[1];
            answers.getOrDefault(path, out -> out.write("HTTP/1.1 404 No\r\n\r\n".getBytes(StandardCharsets.UTF_8)))
                    .send(socket.getOutputStream());
        } catch (IOException e) {
            // The fetcher went away, which some tests are about.
        }
    }

    private static String head(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        StringBuilder head = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    private static SSLContext context(Path keys) throws IOException, GeneralSecurityException, InterruptedException {
        makeKeys(keys);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static void makeKeys(Path keys) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=badge.test",
                        "-ext",
                        "san=dns:badge.test",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        new String(PASSWORD)))
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new UncheckedIOException(new IOException("keytool failed"));
        }
    }

    /** The addresses of these literals, whatever name is asked for. */
    static Web.Resolver resolving(String... literals) {
        return name -> addresses(literals);
    }

    static InetAddress[] addresses(String... literals) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            addresses[i] = InetAddress.getByName(literals[i]);
        }
        return addresses;
    }
}
