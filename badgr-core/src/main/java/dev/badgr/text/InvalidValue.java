package dev.badgr.text;

import java.util.Map;

/**
 * Says that text could not become a value: which field, and which rule it broke. Never carries the text itself, so a
 * password or a code cannot leak through it.
 *
 * <p>Value objects throw it; verbs turn it into a refusal and constraint validators into a violation, so both judge by
 * the same code.
 */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Violation violation;

    /**
     * @param field the name of the form field or component, such as {@code firstName}
     * @param rule the rule's key, such as {@code too-long}; {@link Messages} has its text under {@code rule.<key>}
     * @param values numbers and words that the text of the rule mentions
     */
    public InvalidValue(String field, String rule, Map<String, String> values) {
        super(field + ": " + rule);
        this.violation = new Violation(field, rule, values);
    }

    /** The same for a rule that mentions no numbers. */
    public InvalidValue(String field, String rule) {
        this(field, rule, Map.of());
    }

    /** The field and the rule, as a value. */
    public Violation violation() {
        return violation;
    }
}
