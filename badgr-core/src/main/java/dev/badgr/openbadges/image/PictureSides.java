package dev.badgr.openbadges.image;

import dev.badgr.openbadges.json.Malformed;

/** Reads how wide and high a JPEG, GIF or WebP says that it is. */
final class PictureSides {
    private final byte[] bytes;

    private PictureSides(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws Malformed if the sides are beyond the limits, or can't be read */
    static void require(PictureType type, byte[] picture) {
        PictureSides sides = new PictureSides(picture);
        switch (type) {
            case JPEG -> sides.ofJpeg();
            case GIF -> sides.ofGif();
            case WEBP -> sides.ofWebp();
            case PNG, SVG -> throw new IllegalArgumentException("these have readers of their own");
        }
    }

    /** Segment by segment up to the one that begins a frame (ITU-T T.81, B.1.1). */
    private void ofJpeg() {
        int at = 2;
        while (at(at) == 0xFF) {
            int marker = at(at + 1);
            if (marker == 0xFF) {
                at++;
            } else if (isFrame(marker)) {
                PictureRules.requireSides(big(at + 7), big(at + 5));
                return;
            } else {
                at += 2 + Math.max(2, big(at + 2));
            }
        }
        throw broken();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void ofGif() {
        PictureRules.requireSides(little(6), little(8));
    }

    /** Three forms (RFC 9649, 2.5 to 2.7). */
    private void ofWebp() {
        switch (at(15)) {
            case ' ' -> PictureRules.requireSides(little(26) & 0x3FFF, little(28) & 0x3FFF);
            case 'L' -> {
                int bits = little(21) | little(23) << 16;
                PictureRules.requireSides((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
            }
            case 'X' -> PictureRules.requireSides((little(24) | at(26) << 16) + 1, (little(27) | at(29) << 16) + 1);
            default -> throw broken();
        }
    }

    private int little(int at) {
        return at(at) | at(at + 1) << 8;
    }

    private int big(int at) {
        return at(at) << 8 | at(at + 1);
    }

    private int at(int at) {
        if (at >= bytes.length) {
            throw broken();
        }
        return bytes[at] & 0xFF;
    }

    private static Malformed broken() {
        return new Malformed("is truncated, or its header can't be read");
    }
}
