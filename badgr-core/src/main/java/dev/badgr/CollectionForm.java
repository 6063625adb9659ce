package dev.badgr;

import dev.badgr.backpack.CollectionDescriptionFormat;
import dev.badgr.backpack.CollectionNameFormat;
import org.jspecify.annotations.Nullable;

/**
 * The form that makes or edits a collection.
 *
 * @param name 1 to 100 characters
 * @param description at most 2,000 characters; may be left empty
 */
public record CollectionForm(
        @Nullable @CollectionNameFormat String name,
        @Nullable @CollectionDescriptionFormat String description) {
    /** Without what was typed. */
    @Override
    public String toString() {
        return "CollectionForm[redacted]";
    }
}
