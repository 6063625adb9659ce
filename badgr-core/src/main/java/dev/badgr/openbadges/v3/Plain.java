package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The values of the data model that are no objects of their own (Open Badges 3.0, B.8 and B.9). */
enum Plain {
    /** A text, or a text in several languages. */
    TEXT("a text"),
    /** An absolute URI. */
    URI("an absolute URI"),
    /** A date with a time and its distance from UTC. */
    DATETIME("a date and time with its offset"),
    /** A date. */
    DATE("a date"),
    /** A number. */
    NUMBER("a number"),
    /** True or false. */
    TRUTH("true or false"),
    /** Any object. */
    OBJECT("an object");

    private static final Pattern NUMERAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private final String words;

    Plain(String words) {
        this.words = words;
    }

    /** What it is, for the report. */
    String words() {
        return words;
    }

    /** Whether the value is one. */
    boolean accepts(Json value) {
        return switch (this) {
            case TEXT -> isText(value);
            case URI -> of(value, text -> Verification.uri(text).isPresent());
            case DATETIME -> of(value, text -> Moments.exact(text).isPresent());
            case DATE -> of(value, Plain::isDate);
            case NUMBER -> value instanceof Json.Numeral;
            case TRUTH -> value instanceof Json.Truth;
            case OBJECT -> value instanceof JsonObject;
        };
    }

    /** Whether it is clear what the value means though its form is another: a number in a text, a time without its offset. */
    boolean understands(Json value) {
        return switch (this) {
            case NUMBER -> of(value, text -> NUMERAL.matcher(text).matches());
            case TEXT -> value instanceof Json.Numeral;
            case DATETIME, DATE -> of(value, text -> Moments.meant(text).isPresent());
            case TRUTH -> of(value, text -> text.equals("true") || text.equals("false"));
            case URI, OBJECT -> false;
        };
    }

    private static boolean of(Json value, Predicate<String> test) {
        return value instanceof Json.Text text && test.test(text.value());
    }

    /** A language map, or a value object, where there are several languages (Verifiable Credentials Data Model 2.0, 11.1). */
    private static boolean isText(Json value) {
        if (value instanceof JsonObject object) {
            return !object.members().isEmpty()
                    && object.members().values().stream()
                            .allMatch(one -> one instanceof Json.Text || one instanceof Json.Null);
        }
        return value instanceof Json.Text;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
