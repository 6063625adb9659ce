package dev.badgr;

import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.Picture;
import dev.badgr.port.Import;
import dev.badgr.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the picture of a badge that is not on the web by itself. */
final class Pictures {
    private static final Pattern DATA =
            Pattern.compile("data:(image/(?:png|jpeg|gif|webp|svg\\+xml))(?:;[^;,]{0,99}){0,9}?(;base64)?,");

    private Pictures() {}

    /** The one that its image is a {@code data:} URI of (RFC 2397), if it is one that a browser can show. */
    static Optional<Picture> of(Credential credential) {
        return credential.achievement().image().flatMap(image -> decoded(image.toString()));
    }

    private static Optional<Picture> decoded(String image) {
        Matcher parts = DATA.matcher(image);
        if (!parts.lookingAt() || image.length() > 2 * Import.LARGEST) {
            return Optional.empty();
        }
        String mediaType = parts.group(1).toLowerCase(Locale.ROOT);
        String data = image.substring(parts.end());
        Optional<byte[]> bytes = parts.group(2) == null ? Optional.of(unescaped(data)) : base64(data);
        return bytes.filter(content -> content.length > 0 && content.length <= Import.LARGEST)
                .map(content -> new Picture(Bytes.of(content), mediaType));
    }

    private static Optional<byte[]> base64(String data) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(unescaped(data)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As RFC 3986, 2.1 has it; what is no escape stays. */
    private static byte[] unescaped(String data) {
        byte[] all = data.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < all.length; i++) {
            boolean escape = all[i] == '%' && i + 2 < all.length;
            int octet = escape ? Character.digit(all[i + 1], 16) * 16 + Character.digit(all[i + 2], 16) : -1;
            boolean hex = escape && Character.digit(all[i + 1], 16) >= 0 && Character.digit(all[i + 2], 16) >= 0;
            all[length++] = hex ? (byte) octet : all[i];
            i += hex ? 2 : 0;
        }
        return java.util.Arrays.copyOf(all, length);
    }
}
