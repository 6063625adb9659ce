package dev.badgr.account;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text can be a {@link Password}; says nothing about whether it is a good one, or the right one. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PasswordFormatValidator.class)
public @interface PasswordFormat {
    /** Replaced by the text of the rule that was broken. */
    String message() default "{dev.badgr.account.PasswordFormat}";

    /** Jakarta Validation groups. */
    Class<?>[] groups() default {};

    /** Jakarta Validation payload. */
    Class<? extends Payload>[] payload() default {};
}
