package dev.badgr.openbadges.image;

import dev.badgr.openbadges.json.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 to and fro with no loss: what can't go back the same is refused. */
final class Utf8 {
    private Utf8() {}

    /** The text of the bytes from one place to before another. @throws Malformed if they are no UTF-8 */
    static String text(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        // The replacement character is rare enough that only its presence calls for the second look.
        if (text.indexOf('\uFFFD') >= 0
                && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, from, to))) {
            throw new Malformed("has text that is not UTF-8");
        }
        return text;
    }

    /** The bytes of a text. @throws Malformed if it has half characters */
    static byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
            throw new Malformed("has text that is not Unicode");
        }
        return bytes;
    }
}
