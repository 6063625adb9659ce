package dev.badgr;

import dev.badgr.account.AcceptablePassword;
import dev.badgr.account.NewPassword;
import dev.badgr.account.PersonName;
import dev.badgr.account.PersonNameFormat;
import dev.badgr.text.InvalidValue;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form that makes an account with a password.
 *
 * @param firstName 1 to 100 characters of any script
 * @param lastName likewise
 * @param password the password
 * @param confirmation the same again
 * @param termsVersion the version of the Terms that the page showed
 * @param termsAccepted whether the box of the Terms was ticked; it must be
 * @param emailUpdates whether the box of the e-mail updates was ticked; never pre-tick it
 */
@AcceptablePassword
public record ProfileForm(
        @Nullable @PersonNameFormat String firstName,
        @Nullable @PersonNameFormat String lastName,
        @Nullable String password,
        @Nullable String confirmation,

        @Nullable @NotBlank(message = "Please fill this in.")
        String termsVersion,

        @AssertTrue(message = "Please agree to the Terms of Service: without them there can be no account.")
        boolean termsAccepted,

        boolean emailUpdates)
        implements Profile, NewPassword {

    @Override
    public Optional<PersonName> personName() {
        try {
            return Optional.of(new PersonName(PersonName.firstName(firstName), PersonName.lastName(lastName)));
        } catch (InvalidValue invalid) {
            return Optional.empty();
        }
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "ProfileForm[redacted]";
    }
}
