package dev.badgr.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A constraint whose verdict is that of a value object: text is valid if the value object takes it.
 *
 * @param <A> the constraint
 */
public abstract class TextValidator<A extends Annotation> implements ConstraintValidator<A, CharSequence> {
    /**
     * Makes the value object, or fails.
     *
     * @throws InvalidValue with the rule that the text breaks
     */
    protected abstract void parse(@Nullable String text);

    @Override
    public final boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        try {
            parse(text == null ? null : text.toString());
            return true;
        } catch (InvalidValue invalid) {
            report(invalid.violation(), context);
            return false;
        }
    }

    /** Reports a violation in the words of {@link Messages}, on the element that the constraint stands on. */
    public static void report(Violation violation, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(template(violation)).addConstraintViolation();
    }

    /** The same, on a property of that element. */
    public static void report(Violation violation, String property, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(template(violation))
                .addPropertyNode(property)
                .addConstraintViolation();
    }

    /** The violation's text, with what an interpolator would take for an expression made harmless. */
    private static String template(Violation violation) {
        return violation.message(Locale.getDefault()).replaceAll("([\\\\{}$])", "\\\\$1");
    }
}
