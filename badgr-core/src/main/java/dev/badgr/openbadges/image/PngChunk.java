package dev.badgr.openbadges.image;

import dev.badgr.openbadges.json.Malformed;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A chunk of a PNG: length, type, data, sum (PNG, Third Edition, 5.3). A class rather than a record, since nothing compares them.
 */
final class PngChunk {
    /** What a chunk has besides its data, in bytes. */
    static final int FRAME = 12;

    private static final int DATA = 8;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int start;
    private final int length;

    private PngChunk(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
    }

    /** The chunk that starts there. @throws Malformed if the file ends before it does */
    static PngChunk at(byte[] bytes, int start) {
        return new PngChunk(bytes, start, end(bytes, start) - start - FRAME);
    }

    /** Where the chunk that starts there has ended. @throws Malformed if the file ends before it does */
    static int end(byte[] bytes, int start) {
        int rest = bytes.length - start - FRAME;
        int length = rest < 0 ? -1 : (int) INT.get(bytes, start);
        if (length < 0 || length > rest) {
            throw new Malformed("is truncated, or has a chunk that is longer than the file");
        }
        return start + FRAME + length;
    }

    /** The type of the chunk that starts there. */
    static int type(byte[] bytes, int start) {
        return (int) INT.get(bytes, start + 4);
    }

    /** A chunk of one's own, with its sum. */
    static byte[] bytes(String type, byte[] data) {
        byte[] chunk = new byte[FRAME + data.length];
        INT.set(chunk, 0, data.length);
        INT.set(chunk, 4, type(type));
        System.arraycopy(data, 0, chunk, DATA, data.length);
        INT.set(chunk, DATA + data.length, sum(chunk, 4, 4 + data.length));
        return chunk;
    }

    static int type(String name) {
        return (int) INT.get(name.getBytes(StandardCharsets.ISO_8859_1), 0);
    }

    int type() {
        return type(bytes, start);
    }

    int length() {
        return length;
    }

    int start() {
        return start;
    }

    int end() {
        return start + FRAME + length;
    }

    /** All bytes of the file; the data of this chunk are those from {@link #dataStart} to before {@link #dataEnd}. */
    byte[] file() {
        return bytes;
    }

    int dataStart() {
        return start + DATA;
    }

    int dataEnd() {
        return start + DATA + length;
    }

    /** Four bytes of the data, as a number. */
    int number(int at) {
        return (int) INT.get(bytes, start + DATA + at);
    }

    void requireSum() {
        if ((int) INT.get(bytes, dataEnd()) != sum(bytes, start + 4, 4 + length)) {
            throw new Malformed("has a chunk whose sum is wrong");
        }
    }

    private static int sum(byte[] bytes, int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }
}
