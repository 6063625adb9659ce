package dev.badgr.fuzz;

import dev.badgr.openbadges.image.PictureRules;

/** Any bytes as a PNG. */
public final class PngFuzz {
    private PngFuzz() {}

    /** Loads the classes, which takes longer than an input may. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput(new byte[1]);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        ImageLaws.anyImage(data);
        boolean isPng = PictureRules.mediaType(data).filter("image/png"::equals).isPresent();
        if (!isPng) {
            // Without the signature most inputs would end at the first byte.
            ImageLaws.anyImage(ImageLaws.withPngSignature(data));
        }
    }
}
