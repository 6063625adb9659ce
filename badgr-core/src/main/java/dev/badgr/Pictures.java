package dev.badgr;

import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.Picture;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.image.BadgeImage;
import dev.badgr.openbadges.image.Baked;
import dev.badgr.openbadges.image.PictureRules;
import dev.badgr.port.Import;
import dev.badgr.text.Bytes;
import dev.badgr.text.Links;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /** What a picture gets in place of its badge, which says whose it is. */
    private static final String NO_BADGE = "{}";

    /**
     * The one that its image is a {@code data:} URI of (RFC 2397), or else the one that it was baked into, without the badge; if a browser
     * may show it.
     */
    static Optional<Picture> of(Credential credential, Bytes received) {
        Optional<URI> image = credential.achievement().image();
        if (image.filter(Links::isWeb).isPresent()) {
            return Optional.empty();
        }
        return image.flatMap(uri -> decoded(uri.toString())).or(() -> bare(received));
    }

    private static Optional<Picture> bare(Bytes picture) {
        return BadgeImage.bake(picture, NO_BADGE, Report.Version.V3_0) instanceof Baked.Done done
                ? Optional.of(new Picture(done.image(), done.mediaType()))
                : Optional.empty();
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
                .flatMap(content -> shown(Bytes.of(content), mediaType));
    }

    /** Of the type that it names; and what can hold a badge, or a script, is looked into. */
    private static Optional<Picture> shown(Bytes content, String mediaType) {
        if (mediaType.equals("image/png") || mediaType.equals("image/svg+xml")) {
            return bare(content);
        }
        byte[] picture = content.toArray();
        boolean isNamed = PictureRules.mediaType(picture).equals(Optional.of(mediaType));
        return isNamed && PictureRules.objection(picture).isEmpty()
                ? Optional.of(new Picture(content, mediaType))
                : Optional.empty();
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
        return Arrays.copyOf(all, length);
    }
}
