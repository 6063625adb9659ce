package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.json.Malformed;
import java.util.Arrays;

/** Reads the few forms of CBOR (RFC 8949) that a derived proof is made of: numbers, byte strings, lists and maps of known length. */
final class Cbor {
    private static final int NUMBER = 0;
    private static final int BYTES = 2;
    private static final int LIST = 4;
    private static final int MAP = 5;

    private final byte[] content;
    private int at;

    Cbor(byte[] content, int from) {
        this.content = content;
        this.at = from;
    }

    /** A number that is not negative. @throws Malformed if none is here */
    int number() {
        return head(NUMBER);
    }

    /** How many elements follow as a list. @throws Malformed if none is here */
    int list() {
        return counted(head(LIST), 1);
    }

    /** How many pairs follow as a map. @throws Malformed if none is here */
    int map() {
        return counted(head(MAP), 2);
    }

    /** A byte string. @throws Malformed if none is here */
    byte[] bytes() {
        int length = counted(head(BYTES), 1);
        at += length;
        return Arrays.copyOfRange(content, at - length, at);
    }

    /** @throws Malformed if anything follows */
    void end() {
        if (at != content.length) {
            throw new Malformed("goes on after the end of its CBOR");
        }
    }

    /** Each element takes a byte at least, so no length can promise more than is there. */
    private int counted(int count, int size) {
        if (count > (content.length - at) / size) {
            throw new Malformed("promises more than it has");
        }
        return count;
    }

    private int head(int kind) {
        int first = next();
        int detail = first & 0x1f;
        if (first >> 5 != kind || detail > 26) {
            throw new Malformed("is no CBOR of the expected form");
        }
        if (detail < 24) {
            return detail;
        }
        int value = 0;
        for (int i = 0; i < 1 << (detail - 24); i++) {
            value = (value << 8) | next();
        }
        if (value < 0) {
            throw new Malformed("holds a number out of all proportion");
        }
        return value;
    }

    private int next() {
        if (at >= content.length) {
            throw new Malformed("ends too soon");
        }
        return content[at++] & 0xff;
    }
}
