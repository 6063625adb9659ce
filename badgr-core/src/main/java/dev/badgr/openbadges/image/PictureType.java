package dev.badgr.openbadges.image;

import java.util.List;
import java.util.Optional;

/** The kinds of pictures that badges have, told by how their bytes begin and by nothing else. */
enum PictureType {
    PNG("image/png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    GIF("image/gif", "GIF8"),
    WEBP("image/webp", "RIFF"),
    /** Any XML passes for it here; whether it is one, its reader says. */
    SVG("image/svg+xml", "<");

    private static final List<PictureType> ALL = List.of(values());
    private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

    private final String mediaType;
    private final String beginning;

    PictureType(String mediaType, String beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    String mediaType() {
        return mediaType;
    }

    boolean holdsBadges() {
        return this == PNG || this == SVG;
    }

    static Optional<PictureType> of(byte[] bytes) {
        for (PictureType type : ALL) {
            if (type.begins(bytes)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private boolean begins(byte[] bytes) {
        return startsAt(bytes, this == SVG ? pastBlanks(bytes) : 0, beginning)
                && (this != WEBP || startsAt(bytes, 8, "WEBP"));
    }

    private static int pastBlanks(byte[] bytes) {
        int at = startsAt(bytes, 0, UTF_8_MARK) ? UTF_8_MARK.length() : 0;
        while (at < bytes.length && (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r'))) {
            at++;
        }
        return at;
    }

    private static boolean startsAt(byte[] bytes, int at, String beginning) {
        boolean starts = at + beginning.length() <= bytes.length;
        for (int i = 0; starts && i < beginning.length(); i++) {
            starts = (bytes[at + i] & 0xFF) == beginning.charAt(i);
        }
        return starts;
    }
}
