package dev.badgr.email;

import dev.badgr.text.TextValidator;
import org.jspecify.annotations.Nullable;

/** Asks {@link EmailAddress}. */
public final class EmailAddressFormatValidator extends TextValidator<EmailAddressFormat> {
    @Override
    protected void parse(@Nullable String text) {
        EmailAddress.parse(text);
    }
}
