package dev.badgr.email;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text is an {@link EmailAddress}; stricter than Jakarta's {@code @Email}. {@code null} and blank are refused. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EmailAddressFormatValidator.class)
public @interface EmailAddressFormat {
    /** Replaced by the text of the rule that was broken. */
    String message() default "{dev.badgr.email.EmailAddressFormat}";

    /** Jakarta Validation groups. */
    Class<?>[] groups() default {};

    /** Jakarta Validation payload. */
    Class<? extends Payload>[] payload() default {};
}
