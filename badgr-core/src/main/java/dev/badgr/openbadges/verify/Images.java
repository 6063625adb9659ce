package dev.badgr.openbadges.verify;

import java.util.Optional;

/**
 * Takes badges out of pictures.
 *
 * <p>PLACE FOR THE ROOM openbadges.image: once it is there, this interface goes, and {@link Verifier} asks that room.
 */
interface Images {
    Images INSTANCE = picture -> Optional.empty();

    /** The badge as text; empty if there is none, or the picture exceeds a limit. */
    Optional<byte[]> badge(byte[] picture);

    /** Whether it begins as a PNG or an SVG does. */
    static boolean isOne(byte[] received) {
        byte[] trimmed = Trimmed.of(received);
        return trimmed.length > 3 && (trimmed[0] == '<' || (trimmed[0] == (byte) 0x89 && trimmed[1] == 'P'));
    }
}
