package dev.badgr.backpack;

import dev.badgr.text.TextValidator;
import org.jspecify.annotations.Nullable;

/** Asks {@link Collection}. */
public final class CollectionDescriptionFormatValidator extends TextValidator<CollectionDescriptionFormat> {
    @Override
    protected void parse(@Nullable String text) {
        Collection.description(text);
    }
}
