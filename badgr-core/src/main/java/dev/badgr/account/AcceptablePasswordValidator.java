package dev.badgr.account;

import dev.badgr.text.TextValidator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks {@link PasswordPolicy}. */
public final class AcceptablePasswordValidator extends TextValidator<AcceptablePassword> {
    @Override
    protected void parse(@Nullable String text) {
        PasswordPolicy.standard().require(Password.parse(text), Optional.empty(), List.of());
    }
}
