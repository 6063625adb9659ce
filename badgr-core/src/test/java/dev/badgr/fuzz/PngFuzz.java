package dev.badgr.fuzz;

import dev.badgr.openbadges.image.PictureRules;

/** Any bytes as a PNG. */
public final class PngFuzz {
    private PngFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        ImageFuzz.anyImage(data);
        boolean isPng = PictureRules.mediaType(data).filter("image/png"::equals).isPresent();
        if (!isPng) {
            // Without the signature most inputs would end at the first byte.
            ImageFuzz.anyImage(ImageFuzz.withPngSignature(data));
        }
    }
}
