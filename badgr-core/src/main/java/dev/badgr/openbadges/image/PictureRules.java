package dev.badgr.openbadges.image;

import dev.badgr.openbadges.json.Malformed;
import java.util.Optional;

/**
 * What is asked of a picture before it is kept or shown: PNG, JPEG, GIF, WebP or SVG by its first bytes, whatever name it came under,
 * and within limits that are read from its header. Safe for use by many threads.
 */
public final class PictureRules {
    /** The largest picture, in bytes. */
    public static final int LARGEST = 2 * 1024 * 1024;

    /** The longest side, in pixels. */
    public static final int LONGEST_SIDE = 4096;

    private PictureRules() {}

    /** The media type that the bytes have, such as {@code image/png}; empty if it is none of the five. */
    public static Optional<String> mediaType(byte[] picture) {
        return PictureType.of(picture).map(PictureType::mediaType);
    }

    /**
     * Why a picture must not be shown.
     *
     * @return in English, such as {@code has a script}; empty if it may be
     */
    public static Optional<String> objection(byte[] picture) {
        try {
            PictureType type = PictureType.of(picture).orElseThrow(() -> new Malformed("is no picture"));
            requireSize(picture);
            return switch (type) {
                case PNG -> Png.scan(picture).flaw().map(Unbaked.Flaw::reason);
                case SVG -> Svg.parse(picture).flaw().map(Unbaked.Flaw::reason);
                default -> {
                    PictureSides.require(type, picture);
                    yield Optional.empty();
                }
            };
        } catch (Malformed e) {
            return Optional.of(e.reason());
        }
    }

    static void requireSize(byte[] picture) {
        if (picture.length > LARGEST) {
            throw new Malformed("has over " + LARGEST + " bytes");
        }
    }

    static void requireSides(int width, int height) {
        if (width < 1 || height < 1) {
            throw new Malformed("has no width or no height");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new Malformed("is over " + LONGEST_SIDE + " pixels wide or high");
        }
    }
}
