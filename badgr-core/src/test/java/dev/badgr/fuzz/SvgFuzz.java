package dev.badgr.fuzz;

/** Any bytes as an SVG. */
public final class SvgFuzz {
    private SvgFuzz() {}

    /** Loads the classes, which takes longer than an input may. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput(new byte[1]);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        ImageLaws.anyImage(data);
        ImageLaws.anyImage(ImageLaws.withinSvg(data));
    }
}
