package dev.badgr.openbadges.image;

import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.text.Bytes;
import java.util.Objects;

/**
 * Takes a badge out of a picture, and bakes it into one (Open Badges 2.0, Baking; 3.0, 5.3). Pictures come from anybody: whatever the
 * bytes are, there is an answer and no exception. Safe for use by many threads.
 */
public final class BadgeImage {
    private static final int LONGEST_BADGE = JsonReader.LONGEST;

    private BadgeImage() {}

    /** Whether it looks like a picture, or like XML, rather than like JSON or a signature. */
    public static boolean isImage(byte[] bytes) {
        return PictureType.of(bytes).isPresent();
    }

    /**
     * Takes the badge out. Costs microseconds for a PNG: it steps from chunk to chunk, and checks the sums of the header and of the
     * badge; those of the picture itself are for whoever shows it.
     *
     * @param image is not kept and not changed
     */
    public static Unbaked read(byte[] image) {
        try {
            return type(image) == PictureType.PNG
                    ? Png.scan(image).unbake()
                    : Svg.parse(image).unbake();
        } catch (Malformed e) {
            return new Unbaked.Refused(e.reason());
        }
    }

    /**
     * Bakes a badge in. All other chunks of a PNG, or bytes of an SVG, stay as they are; badges that were in it, of whichever version,
     * go. Pictures that must not be shown are refused ({@link PictureRules}), as is what {@link #read} could not read again.
     *
     * @param image a PNG, or an SVG in UTF-8
     * @param badge the JSON or the signature in compact form; read back exactly as it is
     * @param version of Open Badges that the badge follows
     */
    public static Baked bake(Bytes image, String badge, Report.Version version) {
        Objects.requireNonNull(version, "version");
        try {
            byte[] bare = image.toArray();
            PictureType type = type(bare);
            requireBadge(badge);
            byte[] baked = type == PictureType.PNG
                    ? Png.scan(bare).bake(badge, version)
                    : Svg.parse(bare).bake(badge, version);
            requireReadable(baked, badge);
            return new Baked.Done(Bytes.of(baked), type.mediaType());
        } catch (Malformed e) {
            return new Baked.Refused(e.reason());
        }
    }

    private static PictureType type(byte[] image) {
        PictureType type = PictureType.of(image).orElseThrow(() -> new Malformed("is no picture"));
        if (!type.holdsBadges()) {
            throw new Malformed("is a picture of a kind that holds no badges: only PNG and SVG do");
        }
        PictureRules.requireSize(image);
        return type;
    }

    private static void requireBadge(String badge) {
        if (badge.isBlank() || badge.length() > LONGEST_BADGE || badge.indexOf('\0') >= 0) {
            throw new Malformed("the badge is empty, too long, or no text");
        }
        Utf8.bytes(badge);
    }

    private static void requireReadable(byte[] baked, String badge) {
        if (!(read(baked) instanceof Unbaked.Found found) || !found.text().equals(badge)) {
            throw new Malformed("can't take the badge within the limits");
        }
    }
}
