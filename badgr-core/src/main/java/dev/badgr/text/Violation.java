package dev.badgr.text;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One rule that one field breaks.
 *
 * @param field the form field or component, such as {@code email}
 * @param rule the rule's key, such as {@code email.format}
 * @param values what the text of the rule mentions, by placeholder; never what the person typed
 */
public record Violation(String field, String rule, Map<String, String> values) {
    public Violation {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(rule, "rule");
        values = Map.copyOf(values);
    }

    /** The sentence a person reads beside the field. */
    public String message(Words words) {
        return words.text("rule." + rule, values);
    }

    /** The same in badgr's own words. */
    public String message(Locale locale) {
        return message(Words.of(locale));
    }

    /** The same under the name that the field has elsewhere, such as that of a column. */
    public Violation in(String field) {
        return new Violation(field, rule, values);
    }
}
