package dev.badgr;

import dev.badgr.text.Bytes;
import java.util.Objects;

/**
 * A badge from elsewhere, as it was received. Hand it out as a download ({@code Content-Disposition: attachment}): it comes from
 * whoever made it.
 *
 * @param content its bytes, unchanged
 * @param mediaType what they are, such as {@code image/png}
 */
public record ImportedFile(Bytes content, String mediaType) {
    public ImportedFile {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(mediaType, "mediaType");
    }
}
