package dev.badgr;

import dev.badgr.email.EmailAddressFormat;
import org.jspecify.annotations.Nullable;

/**
 * A form with one address.
 *
 * @param email as typed
 */
public record EmailForm(@Nullable @EmailAddressFormat String email) {
    /** Without the address. */
    @Override
    public String toString() {
        return "EmailForm[redacted]";
    }
}
