package dev.badgr.account;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The password is one that {@link PasswordPolicy#standard()} takes; on a form, with regard to the name on the same form.
 * A verb knows more: the host's own policy, the person's addresses, and which passwords were compromised.
 */
@Documented
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {AcceptablePasswordValidator.class, AcceptablePasswordFormValidator.class})
public @interface AcceptablePassword {
    /** Replaced by the text of the rule that was broken. */
    String message() default "{dev.badgr.account.AcceptablePassword}";

    /** Jakarta Validation groups. */
    Class<?>[] groups() default {};

    /** Jakarta Validation payload. */
    Class<? extends Payload>[] payload() default {};
}
