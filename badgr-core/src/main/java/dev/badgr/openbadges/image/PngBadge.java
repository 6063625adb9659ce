package dev.badgr.openbadges.image;

import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The badge in a chunk of a PNG: international text (PNG, Third Edition, 11.3.3.4), or plain text in badges of the first years.
 *
 * @param text as it stands there
 * @param version by the keyword
 */
record PngBadge(String text, Report.Version version) {
    private static final int INTERNATIONAL = PngChunk.type("iTXt");
    private static final int PLAIN = PngChunk.type("tEXt");
    private static final byte[] V2 = keyword("openbadges");
    private static final byte[] V3 = keyword("openbadgecredential");
    private static final int LONGEST_INFLATED = 256 * 1024;

    static boolean isText(int type) {
        return type == INTERNATIONAL || type == PLAIN;
    }

    /** Whether a text is a badge. */
    static boolean isOne(PngChunk text) {
        return begins(text, V2) || begins(text, V3);
    }

    /** Reads it. @throws Malformed if it can't be */
    static PngBadge of(PngChunk chunk) {
        chunk.requireSum();
        boolean isSecond = begins(chunk, V2);
        int at = chunk.dataStart() + (isSecond ? V2 : V3).length;
        String text = chunk.type() == PLAIN ? text(chunk, at) : international(chunk, at);
        return new PngBadge(text, isSecond ? Report.Version.V2_0 : Report.Version.V3_0);
    }

    static byte[] chunk(String badge, Report.Version version) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(version == Report.Version.V2_0 ? V2 : V3);
        // Not compressed, as both versions demand; no language; no translated keyword.
        data.writeBytes(new byte[4]);
        data.writeBytes(Utf8.bytes(badge));
        return PngChunk.bytes("iTXt", data.toByteArray());
    }

    private static String international(PngChunk chunk, int at) {
        if (at + 2 > chunk.dataEnd()) {
            throw new Malformed("has a badge that is truncated");
        }
        byte[] file = chunk.file();
        int flag = file[at];
        int method = file[at + 1];
        int text = pastZero(chunk, pastZero(chunk, at + 2));
        if (flag == 0) {
            return text(chunk, text);
        }
        if (flag != 1 || method != 0) {
            throw new Malformed("has a badge that is compressed in a way that PNG does not know");
        }
        byte[] inflated = inflated(file, text, chunk.dataEnd() - text);
        return Utf8.text(inflated, 0, inflated.length);
    }

    private static String text(PngChunk chunk, int from) {
        if (chunk.dataEnd() - from > JsonReader.LONGEST) {
            throw new Malformed("has a badge of over " + JsonReader.LONGEST + " bytes");
        }
        return Utf8.text(chunk.file(), from, chunk.dataEnd());
    }

    private static int pastZero(PngChunk chunk, int from) {
        for (int i = from; i < chunk.dataEnd(); i++) {
            if (chunk.file()[i] == 0) {
                return i + 1;
            }
        }
        throw new Malformed("has a badge that is truncated");
    }

    /** Compression is against the specification, but some tools do it. */
    private static byte[] inflated(byte[] bytes, int from, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, length);
            byte[] out = new byte[LONGEST_INFLATED + 1];
            int size = inflater.inflate(out);
            if (size > LONGEST_INFLATED) {
                throw new Malformed("has a badge that inflates to over " + LONGEST_INFLATED + " bytes");
            }
            if (!inflater.finished()) {
                throw new Malformed("has a badge that is truncated");
            }
            return Arrays.copyOf(out, size);
        } catch (DataFormatException e) {
            throw new Malformed("has a badge that can't be inflated");
        } finally {
            inflater.end();
        }
    }

    private static boolean begins(PngChunk chunk, byte[] keyword) {
        int from = chunk.dataStart();
        return chunk.length() >= keyword.length
                && Arrays.equals(chunk.file(), from, from + keyword.length, keyword, 0, keyword.length);
    }

    private static byte[] keyword(String name) {
        return (name + '\0').getBytes(StandardCharsets.ISO_8859_1);
    }
}
