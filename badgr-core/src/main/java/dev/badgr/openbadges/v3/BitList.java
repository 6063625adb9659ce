package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.json.Malformed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/** The bits of a status list, expanded within a limit (Bitstring Status List 1.0, 3.3). Immutable. */
final class BitList {
    /** The longest list, in bytes: two million entries of one bit. */
    static final int LONGEST = 256 * 1024;

    /** The shortest, in entries, so that nobody's entry gives away who is meant (Bitstring Status List 1.0, 6.1). */
    static final int FEWEST = 131_072;

    private final byte[] bits;

    private BitList(byte[] bits) {
        this.bits = bits;
    }

    /** Expands a list. @throws Malformed if it can't be */
    static BitList parse(String encoded) {
        String digits = multibase(encoded);
        try (GZIPInputStream in = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(digits)))) {
            byte[] bits = in.readNBytes(LONGEST + 1);
            if (bits.length > LONGEST) {
                throw new Malformed("the list of statuses is over " + LONGEST + " bytes long");
            }
            return new BitList(bits);
        } catch (IllegalArgumentException | IOException e) {
            throw new Malformed("the list of statuses can't be expanded");
        }
    }

    /** Status List 2021 has no multibase, and either alphabet of base64. A gzip stream begins with {@code H4}. */
    private static String multibase(String encoded) {
        return encoded.startsWith("u")
                ? encoded.substring(1)
                : encoded.replace('+', '-').replace('/', '_');
    }

    /** How many entries of that many bits there are. */
    int entries(int size) {
        return bits.length * 8 / size;
    }

    /** The entry at that place, the first bit of it counting most. @throws Malformed if there is none */
    int entry(long index, int size) {
        if (index < 0 || index >= entries(size)) {
            throw new Malformed("the list of statuses has no such entry");
        }
        int value = 0;
        for (long bit = index * size; bit < (index + 1) * size; bit++) {
            int shift = 7 - (int) (bit % 8);
            value = (value << 1) | ((bits[(int) (bit / 8)] >> shift) & 1);
        }
        return value;
    }
}
