package dev.badgr.account;

import dev.badgr.text.TextValidator;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Asks the form, which asks {@link PasswordPolicy}. */
public final class AcceptablePasswordFormValidator implements ConstraintValidator<AcceptablePassword, NewPassword> {
    @Override
    public boolean isValid(@Nullable NewPassword form, ConstraintValidatorContext context) {
        if (form == null) {
            return true;
        }
        var violations = form.passwordViolations(PasswordPolicy.standard());
        violations.forEach(v -> TextValidator.report(v, v.field(), context));
        return violations.isEmpty();
    }
}
