package dev.badgr.email;

import dev.badgr.text.TextValidator;
import org.jspecify.annotations.Nullable;

/** Asks {@link VerificationCode}. */
public final class VerificationCodeFormatValidator extends TextValidator<VerificationCodeFormat> {
    @Override
    protected void parse(@Nullable String text) {
        VerificationCode.parse(text);
    }
}
