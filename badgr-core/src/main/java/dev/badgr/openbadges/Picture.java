package dev.badgr.openbadges;

import dev.badgr.text.Bytes;
import java.util.Objects;

/**
 * The picture of a badge that is not on the web by itself. It comes from whoever made the badge: serve it with its media type, {@code
 * X-Content-Type-Options: nosniff} and {@code Content-Security-Policy: sandbox; default-src 'none'}.
 *
 * @param content its bytes
 * @param mediaType one of {@code image/png}, {@code image/jpeg}, {@code image/gif}, {@code image/webp}, {@code image/svg+xml}
 */
public record Picture(Bytes content, String mediaType) {
    public Picture {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(mediaType, "mediaType");
    }
}
