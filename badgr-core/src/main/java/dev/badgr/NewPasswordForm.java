package dev.badgr;

import dev.badgr.account.AcceptablePassword;
import dev.badgr.account.NewPassword;
import org.jspecify.annotations.Nullable;

/**
 * A form to choose a new password on.
 *
 * @param password the new password
 * @param confirmation the same again
 */
@AcceptablePassword
public record NewPasswordForm(
        @Nullable String password, @Nullable String confirmation) implements NewPassword {
    /** Without the password. */
    @Override
    public String toString() {
        return "NewPasswordForm[redacted]";
    }
}
