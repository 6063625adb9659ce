package dev.badgr.backpack;

import dev.badgr.text.TextValidator;
import org.jspecify.annotations.Nullable;

/** Asks {@link Collection}. */
public final class CollectionNameFormatValidator extends TextValidator<CollectionNameFormat> {
    @Override
    protected void parse(@Nullable String text) {
        Collection.name(text);
    }
}
