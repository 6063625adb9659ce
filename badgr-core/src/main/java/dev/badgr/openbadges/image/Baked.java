package dev.badgr.openbadges.image;

import dev.badgr.text.Bytes;
import java.util.Objects;

/** What became of baking a badge into a picture. */
public sealed interface Baked {
    /**
     * The picture with the badge in it.
     *
     * @param image its bytes
     * @param mediaType {@code image/png} or {@code image/svg+xml}
     */
    record Done(Bytes image, String mediaType) implements Baked {
        public Done {
            Objects.requireNonNull(image, "image");
            Objects.requireNonNull(mediaType, "mediaType");
        }
    }

    /**
     * It was not baked.
     *
     * @param reason in English, such as {@code has a script}
     */
    record Refused(String reason) implements Baked {
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
