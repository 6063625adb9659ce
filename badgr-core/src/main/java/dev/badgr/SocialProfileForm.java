package dev.badgr;

import dev.badgr.account.PersonNameFormat;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * The form that makes an account for somebody who signs in by a social account and has no password here.
 *
 * @param firstName 1 to 100 characters of any script
 * @param lastName likewise
 * @param termsVersion the version of the Terms that the page showed
 * @param termsAccepted whether the box of the Terms was ticked; it must be
 * @param emailUpdates whether the box of the e-mail updates was ticked; never pre-tick it
 */
public record SocialProfileForm(
        @Nullable @PersonNameFormat String firstName,
        @Nullable @PersonNameFormat String lastName,

        @Nullable @NotBlank(message = "Please fill this in.")
        String termsVersion,

        @AssertTrue(message = "Please agree to the Terms of Service: without them there can be no account.")
        boolean termsAccepted,

        boolean emailUpdates)
        implements Profile {
    /** Without what was typed. */
    @Override
    public String toString() {
        return "SocialProfileForm[redacted]";
    }
}
