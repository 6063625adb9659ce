package dev.badgr.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Stands between a pool and a PostgreSQL server, and breaks the connection around a commit: a {@code COMMIT}, or a statement
 * that writes and is a transaction of its own. It can fall silent too, or be gone.
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

    private static final int SILENCE_MS = 60_000;

    private final ServerSocket entry;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Cut> next = new AtomicReference<>();
    private volatile Flow flow = Flow.OPEN;

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
        // What can't be read can't be cut.
        through.setSslMode("disable");
        return through;
    }

    /** Breaks the connection on which something is committed next. */
    void cut(Cut where) {
        next.set(where);
    }

    /** Whether it has been done. */
    boolean hasCut() {
        return next.get() == null;
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

    /** What is to be done at the commit that has come. */
    Optional<Cut> takeCut() {
        return Optional.ofNullable(next.getAndSet(null));
    }

    boolean isFrozen() {
        return flow == Flow.FROZEN;
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
                server.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                sockets.add(server);
                ProxiedConnection connection = new ProxiedConnection(this, client, server);
                thread(connection::up);
                thread(connection::down);
            }
        }
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
