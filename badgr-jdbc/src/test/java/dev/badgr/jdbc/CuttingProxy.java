package dev.badgr.jdbc;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Stands between a pool and a PostgreSQL server, and breaks the connection around a commit: a {@code COMMIT}, or a statement
 * that writes and is a transaction of its own. Reads the protocol of the server as far as that takes: {@code Parse} gives a
 * statement a name, and {@code Bind} asks for it; {@code Query} does both.
 */
final class CuttingProxy implements AutoCloseable {
    /** When the connection breaks. */
    enum Cut {
        /** The server never hears of the commit. */
        BEFORE_THE_COMMIT,
        /** The server has committed, and its answer is lost. */
        AFTER_THE_COMMIT
    }

    /** What goes through. */
    private enum Flow {
        OPEN,
        FROZEN,
        SHUT
    }

    private static final Pattern WRITE = Pattern.compile("\\b(insert|update|delete)\\b");

    private static final int SILENCE_MS = 60_000;

    private final ServerSocket entry;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Flow flow = Flow.OPEN;
    private volatile List<Cut> next = List.of();

    CuttingProxy(int port) {
        this.port = port;
        try {
            entry = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::accept);
    }

    /** The same as this, but by way of the proxy. */
    PGSimpleDataSource leadingTo(PGSimpleDataSource source) {
        PGSimpleDataSource through = new PGSimpleDataSource();
        through.setServerNames(new String[] {InetAddress.getLoopbackAddress().getHostAddress()});
        through.setPortNumbers(new int[] {entry.getLocalPort()});
        through.setDatabaseName(source.getDatabaseName());
        through.setUser(source.getUser());
        // Each statement is sent as text each time, so that it can be read here; and nothing is encrypted.
        through.setPrepareThreshold(0);
        through.setSslMode("disable");
        return through;
    }

    /** Breaks the connection on which something is committed next. */
    void cut(Cut where) {
        next = List.of(where);
    }

    /** Whether it has been done. */
    boolean hasCut() {
        return next.isEmpty();
    }

    /** Forwards nothing any more, and says nothing of it: like a network that is gone. */
    void freeze() {
        flow = Flow.FROZEN;
    }

    /** Breaks all connections, and every new one: like a server that is down. */
    void shut() {
        flow = Flow.SHUT;
        sockets.forEach(CuttingProxy::close);
    }

    /** Lets new connections through; those that were frozen are lost. */
    void open() {
        sockets.forEach(CuttingProxy::close);
        flow = Flow.OPEN;
    }

    @Override
    public void close() throws IOException {
        entry.close();
        shut();
    }

    private void accept() throws IOException {
        while (!entry.isClosed()) {
            Socket client = entry.accept();
            sockets.add(client);
            if (flow == Flow.SHUT) {
                close(client);
            } else {
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                server.setSoTimeout(SILENCE_MS);
                sockets.add(server);
                Link link = new Link(client, server);
                thread(link::up);
                thread(link::down);
            }
        }
    }

    /** One connection and its transaction. */
    private final class Link {
        private final Socket client;
        private final Socket server;
        private final Map<String, String> prepared = new HashMap<>();
        private boolean inTransaction;
        private volatile boolean mute;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        /** From the client to the server: the start as it is, and then message by message. */
        void up() throws IOException {
            try (client;
                    server) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                OutputStream out = server.getOutputStream();
                int length = in.readInt();
                out.write(ByteBuffer.allocate(4).putInt(length).array());
                out.write(in.readNBytes(length - 4));
                while (true) {
                    int type = in.read();
                    if (type < 0) {
                        return;
                    }
                    int size = in.readInt();
                    byte[] body = in.readNBytes(size - 4);
                    if (flow == Flow.FROZEN) {
                        continue;
                    }
                    if (type == 'P') {
                        prepared.put(text(body, 0), text(body, 1));
                    }
                    if (commits(run(type, body)) && !next.isEmpty()) {
                        Cut cut = next.get(0);
                        next = List.of();
                        if (cut == Cut.BEFORE_THE_COMMIT) {
                            return;
                        }
                        mute = true;
                    }
                    out.write(type);
                    out.write(ByteBuffer.allocate(4).putInt(size).array());
                    out.write(body);
                }
            }
        }

        /** From the server to the client, until the answer that is to be lost has come. */
        void down() throws IOException {
            try (client;
                    server) {
                InputStream in = server.getInputStream();
                OutputStream out = client.getOutputStream();
                byte[] buffer = new byte[8192];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (mute) {
                        awaitEndOfAnswer(in, buffer, n);
                        return;
                    }
                    if (flow != Flow.FROZEN) {
                        out.write(buffer, 0, n);
                    }
                }
            }
        }

        /** What a message asks to run; nothing by default. */
        private String run(int type, byte[] body) {
            return switch (type) {
                case 'Q' -> text(body, 0);
                case 'B' -> prepared.getOrDefault(text(body, 1), "");
                default -> "";
            };
        }

        private boolean commits(String query) {
            String sql = query.toLowerCase(Locale.ROOT);
            if (sql.startsWith("begin")) {
                inTransaction = true;
                return false;
            } else if (sql.startsWith("commit") || sql.equals("rollback")) {
                inTransaction = false;
                return sql.startsWith("commit");
            }
            return !inTransaction && WRITE.matcher(sql).find();
        }
    }

    /** The answer ends with {@code ReadyForQuery}: a Z, the length 5, and that no transaction is open. */
    private static void awaitEndOfAnswer(InputStream in, byte[] first, int count) throws IOException {
        byte[] end = {'Z', 0, 0, 0, 5, 'I'};
        byte[] last = Arrays.copyOf(first, count);
        while (!endsWith(last, end)) {
            byte[] more = new byte[8192];
            int n = in.read(more);
            if (n < 0) {
                throw new EOFException("the server went away");
            }
            byte[] both = Arrays.copyOf(last, last.length + n);
            System.arraycopy(more, 0, both, last.length, n);
            last = both;
        }
    }

    private static boolean endsWith(byte[] bytes, byte[] end) {
        int from = bytes.length - end.length;
        return from >= 0 && Arrays.equals(bytes, from, bytes.length, end, 0, end.length);
    }

    /** One of the texts that a message begins with: {@code Parse} with a name and a statement, {@code Bind} with two names. */
    private static String text(byte[] body, int index) {
        return new String(body, StandardCharsets.UTF_8).split("\0", 3)[index];
    }

    /** What to do until a socket is closed. */
    @FunctionalInterface
    private interface Job {
        void run() throws IOException;
    }

    private static void thread(Job job) {
        Thread thread = new Thread(() -> {
            try {
                job.run();
            } catch (IOException e) {
                // The connection was broken, which is what this is for.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }
}
