package dev.badgr;

import dev.badgr.email.VerificationCodeFormat;
import org.jspecify.annotations.Nullable;

/**
 * A form with the code from a mail.
 *
 * @param code as typed: six digits of any script, with or without a separator in the middle
 */
public record CodeForm(@Nullable @VerificationCodeFormat String code) {
    /** Without the code. */
    @Override
    public String toString() {
        return "CodeForm[redacted]";
    }
}
