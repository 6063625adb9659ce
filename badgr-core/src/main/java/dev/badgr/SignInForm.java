package dev.badgr;

import dev.badgr.account.PasswordFormat;
import dev.badgr.email.EmailAddressFormat;
import org.jspecify.annotations.Nullable;

/**
 * A form to sign in with.
 *
 * @param email any verified address of the account
 * @param password the password
 */
public record SignInForm(
        @Nullable @EmailAddressFormat String email,
        @Nullable @PasswordFormat String password) {
    /** Without address and password. */
    @Override
    public String toString() {
        return "SignInForm[redacted]";
    }
}
