package dev.badgr.jdbc;

import dev.badgr.jdbc.CuttingProxy.Cut;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One connection through the proxy, and its transaction. Reads the protocol of the server as far as that takes: {@code Parse}
 * gives a statement a name, and {@code Bind} asks for it; {@code Query} does both.
 */
final class ProxiedConnection {
    private static final Pattern WRITE = Pattern.compile("\\b(insert|update|delete)\\b");
    /** An answer ends with {@code ReadyForQuery}, which says here that no transaction is open. */
    private static final byte[] END = {'Z', 0, 0, 0, 5, 'I'};

    private final CuttingProxy proxy;
    private final Socket client;
    private final Socket server;
    private final Map<String, String> prepared = new HashMap<>();
    private boolean inTransaction;
    private volatile boolean answerIsLost;

    ProxiedConnection(CuttingProxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    /** A message from the client. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Message(int type, byte[] body) {
        /** One of the texts that it begins with. */
        String text(int index) {
            return new String(body, StandardCharsets.UTF_8).split("\0", 3)[index];
        }

        void to(DataOutputStream out) throws IOException {
            out.write(type);
            out.writeInt(body.length + 4);
            out.write(body);
            out.flush();
        }
    }

    /** From the client to the server: the start as it is, and then message by message. */
    void up() throws IOException {
        try (client;
                server) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(server.getOutputStream()));
            int length = in.readInt();
            out.writeInt(length);
            out.write(in.readNBytes(length - 4));
            out.flush();
            for (int type = in.read(); type >= 0; type = in.read()) {
                Message message = new Message(type, in.readNBytes(in.readInt() - 4));
                if (isCutBefore(message)) {
                    return;
                } else if (!proxy.isFrozen()) {
                    message.to(out);
                }
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
            ByteArrayOutputStream lost = new ByteArrayOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (answerIsLost) {
                    lost.write(buffer, 0, n);
                    if (endsWith(lost.toByteArray())) {
                        return;
                    }
                } else if (!proxy.isFrozen()) {
                    out.write(buffer, 0, n);
                }
            }
        }
    }

    private boolean isCutBefore(Message message) {
        if (message.type() == 'P') {
            prepared.put(message.text(0), message.text(1));
        }
        Optional<Cut> cut = commits(run(message)) ? proxy.takeCut() : Optional.empty();
        answerIsLost = answerIsLost || cut.equals(Optional.of(Cut.AFTER_THE_COMMIT));
        return cut.equals(Optional.of(Cut.BEFORE_THE_COMMIT));
    }

    /** What a message asks to run; nothing by default. */
    private String run(Message message) {
        return switch (message.type()) {
            case 'Q' -> message.text(0);
            case 'B' -> prepared.getOrDefault(message.text(1), "");
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

    private static boolean endsWith(byte[] bytes) {
        int from = bytes.length - END.length;
        return from >= 0 && Arrays.equals(bytes, from, bytes.length, END, 0, END.length);
    }
}
