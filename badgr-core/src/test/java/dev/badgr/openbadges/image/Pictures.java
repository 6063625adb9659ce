package dev.badgr.openbadges.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small pictures made here, whole and broken. */
public final class Pictures {
    public static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";
    static final byte[] SIGNATURE = latin("\u0089PNG\r\n\u001a\n");

    private Pictures() {}

    /** A whole PNG of one grey pixel, with these chunks between header and pixels. */
    public static byte[] png(byte[]... chunks) {
        return png(1, 1, chunks);
    }

    /** One that says that it has these sides. */
    public static byte[] png(int width, int height, byte[]... chunks) {
        List<byte[]> all = new ArrayList<>(List.of(SIGNATURE, header(width, height)));
        all.addAll(List.of(chunks));
        all.add(chunk("IDAT", deflated(new byte[] {0, 127})));
        all.add(chunk("IEND"));
        return joined(all.toArray(byte[][]::new));
    }

    public static byte[] header(int width, int height) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .array());
    }

    public static byte[] chunk(String type, byte[]... parts) {
        byte[] data = joined(parts);
        byte[] summed = joined(latin(type), data);
        CRC32 sum = new CRC32();
        sum.update(summed);
        return joined(number(data.length), summed, number((int) sum.getValue()));
    }

    /** International text that is not compressed. */
    public static byte[] text(String keyword, String text) {
        return chunk("iTXt", latin(keyword + "\0\0\0\0\0"), text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] compressedText(String keyword, byte[] text) {
        return chunk("iTXt", latin(keyword + "\0\1\0\0\0"), deflated(text));
    }

    public static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + bytes.length / 100 + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return ByteBuffer.allocate(length).put(out, 0, length).array();
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An SVG with this in it. */
    public static String svg(String content) {
        return SVG.replace("<path", content + "<path");
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }
}
