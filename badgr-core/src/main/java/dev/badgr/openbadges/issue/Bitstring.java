package dev.badgr.openbadges.issue;

import dev.badgr.award.StatusSlot;
import dev.badgr.text.Base64Url;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes bits as a list of statuses has them: the first on the left, compressed, in multibase (W3C Bitstring Status List 1.0, 3.3). */
final class Bitstring {
    private static final String MULTIBASE_BASE64URL = "u";

    private Bitstring() {}

    /** A list in which these bits are 1. */
    static String of(List<Integer> ones) {
        byte[] bits = new byte[StatusSlot.LIST_SIZE / Byte.SIZE];
        for (int index : ones) {
            bits[index / Byte.SIZE] |= (byte) (0x80 >>> index % Byte.SIZE);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return MULTIBASE_BASE64URL + Base64Url.of(out.toByteArray());
    }
}
