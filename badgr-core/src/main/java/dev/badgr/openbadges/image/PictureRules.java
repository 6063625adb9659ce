package dev.badgr.openbadges.image;

import dev.badgr.openbadges.json.Malformed;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked of a picture before it is kept or shown: PNG, JPEG, GIF, WebP or SVG by its first bytes, whatever name it came under,
 * and within limits that are read from its header. Safe for use by many threads.
 */
public final class PictureRules {
    /** The largest picture, in bytes. */
    public static final int LARGEST = 2 * 1024 * 1024;

    /** The longest side, in pixels. */
    public static final int LONGEST_SIDE = 4096;

    private static final Pattern DATA =
            Pattern.compile("data:(image/[a-z+]{1,20})(;[a-z]+=[a-z0-9-]+)?;base64,", Pattern.CASE_INSENSITIVE);

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

    /**
     * The same for a picture in a {@code data:} URI in base 64 (RFC 2397), which must also be of the type that it names.
     *
     * @return empty if it may be shown
     */
    public static Optional<String> objectionToData(String uri) {
        Matcher beginning = DATA.matcher(uri);
        if (!beginning.lookingAt()) {
            return Optional.of("is no picture in base 64");
        }
        if (uri.length() - beginning.end() > LARGEST / 3 * 4 + 4) {
            return Optional.of("has over " + LARGEST + " bytes");
        }
        try {
            byte[] picture = Base64.getDecoder().decode(uri.substring(beginning.end()));
            boolean isNamed = mediaType(picture)
                    .filter(beginning.group(1)::equalsIgnoreCase)
                    .isPresent();
            return isNamed ? objection(picture) : Optional.of("is no picture of the type that it names");
        } catch (IllegalArgumentException e) {
            return Optional.of("is no picture in base 64");
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
