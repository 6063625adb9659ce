package dev.badgr.openbadges;

import dev.badgr.text.Bytes;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** What came back when a document was asked for. */
public sealed interface Fetched {
    /**
     * The document.
     *
     * @param location where it was in the end, after redirects
     * @param mediaType as the server named it, without parameters and in lower case, such as {@code application/json}
     * @param content its bytes
     */
    record Document(URI location, Optional<String> mediaType, Bytes content) implements Fetched {
        public Document {
            Objects.requireNonNull(location, "location");
            Objects.requireNonNull(mediaType, "mediaType");
            Objects.requireNonNull(content, "content");
        }
    }

    /**
     * The server says that there is no such document.
     *
     * @param status the HTTP status, such as 404; 410 says that there was one (RFC 9110, 15.5.11)
     */
    record Missing(int status) implements Fetched {
        /** Whether the server says that it was taken away for good. */
        public boolean isGone() {
            return status == 410;
        }
    }

    /**
     * It could not be had, or must not be asked for.
     *
     * @param reason in English, such as {@code the address is private}
     */
    record Unavailable(String reason) implements Fetched {
        public Unavailable {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
