package dev.badgr.openbadges.issue;

import dev.badgr.text.Bytes;
import java.net.URI;
import java.util.Objects;

/**
 * A document that the host must serve to everybody, without a sign-in.
 *
 * @param location where
 * @param status the HTTP status to serve it with: 200, or 410 for an assertion that was taken back (RFC 9110, 15.5.11)
 * @param mediaType its {@code Content-Type}
 * @param content its bytes
 */
public record ServedDocument(URI location, int status, String mediaType, Bytes content) {
    public ServedDocument {
        Objects.requireNonNull(location, "location");
        if (status != 200 && status != 410) {
            throw new IllegalArgumentException("status: 200 or 410");
        }
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(content, "content");
    }
}
