package dev.badgr.account;

import dev.badgr.text.TextValidator;
import org.jspecify.annotations.Nullable;

/** Asks {@link PersonName}. */
public final class PersonNameFormatValidator extends TextValidator<PersonNameFormat> {
    @Override
    protected void parse(@Nullable String text) {
        PersonName.firstName(text);
    }
}
