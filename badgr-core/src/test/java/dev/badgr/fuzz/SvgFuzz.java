package dev.badgr.fuzz;

/** Any bytes as an SVG. */
public final class SvgFuzz {
    private SvgFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        ImageFuzz.anyImage(data);
        ImageFuzz.anyImage(ImageFuzz.withinSvg(data));
    }
}
