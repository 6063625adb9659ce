package dev.badgr.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of an answer (RFC 9112, 6 and 7): of a length that is told, in chunks, or up to the end of the connection. */
final class Body {
    /** The largest, in bytes: that of a picture. Documents of JSON have a smaller limit of their own. */
    static final int LARGEST = 2 * 1024 * 1024;

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,15}");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})[ \\t]*(?:;.*)?");

    private final InputStream in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Body(InputStream in) {
        this.in = in;
    }

    static byte[] read(InputStream in, Map<String, String> headers) throws IOException {
        String coding = headers.getOrDefault("content-encoding", "identity");
        if (!coding.equalsIgnoreCase("identity")) {
            throw new Unfetchable("the server compressed its answer, though it was asked not to");
        }
        Body body = new Body(in);
        String transfer = headers.get("transfer-encoding");
        String length = headers.get("content-length");
        if (transfer != null) {
            require(transfer.equalsIgnoreCase("chunked") && length == null, "the answer is coded in an unknown way");
            body.readChunks();
        } else if (length != null) {
            require(LENGTH.matcher(length).matches(), "the answer has a malformed length");
            body.readExactly(Long.parseLong(length));
        } else {
            body.out.writeBytes(in.readNBytes(LARGEST + 1));
            require(body.out.size() <= LARGEST, tooLarge());
        }
        return body.out.toByteArray();
    }

    private void readChunks() throws IOException {
        Head lines = new Head(in, LARGEST / 8);
        for (int size = chunkSize(lines); size > 0; size = chunkSize(lines)) {
            readExactly(size);
            require(lines.line().isEmpty(), "the answer has a malformed chunk");
        }
    }

    private static int chunkSize(Head lines) throws IOException {
        Matcher size = CHUNK.matcher(lines.line());
        require(size.matches(), "the answer has a malformed chunk");
        return Integer.parseInt(size.group(1), 16);
    }

    private void readExactly(long length) throws IOException {
        require(length <= LARGEST - out.size(), tooLarge());
        byte[] read = in.readNBytes((int) length);
        require(read.length == length, "the answer ended early");
        out.writeBytes(read);
    }

    private static String tooLarge() {
        return "the answer has over " + LARGEST + " bytes";
    }

    private static void require(boolean holds, String objection) throws Unfetchable {
        if (!holds) {
            throw new Unfetchable(objection);
        }
    }
}
