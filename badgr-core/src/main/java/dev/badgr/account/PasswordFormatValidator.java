package dev.badgr.account;

import dev.badgr.text.TextValidator;
import org.jspecify.annotations.Nullable;

/** Asks {@link Password}. */
public final class PasswordFormatValidator extends TextValidator<PasswordFormat> {
    @Override
    protected void parse(@Nullable String text) {
        Password.parse(text);
    }
}
