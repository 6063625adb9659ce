package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import java.util.regex.Pattern;

/** What a value must look like (Open Badges 2.0, Primitive datatypes). */
enum Form {
    TEXT("a text"),
    TEXT_OR_NUMBER("a text or a number"),
    BOOLEAN("true or false"),
    TIME("a time in ISO 8601 with its zone"),
    IRI("an IRI"),
    URL("an http or https URL"),
    IMAGE("an http or https URL, or a data URI of a PNG or SVG"),
    HOST("a host name"),
    EMAIL("an e-mail address"),
    LANGUAGE("a language tag"),
    /** Only an object may stand there. */
    NONE("an object"),
    IDENTIFIER_TYPE("a property that identifies a person");

    private final String text;

    Form(String text) {
        this.text = text;
    }

    /** For a sentence. */
    String text() {
        return text;
    }

    /** Whether a text has it. */
    boolean isMetBy(String value) {
        return switch (this) {
            case TEXT, TEXT_OR_NUMBER -> true;
            case BOOLEAN, NONE -> false;
            case TIME -> Dates.parse(value).isPresent();
            case IRI -> value.startsWith("_:") || Verification.uri(value).isPresent();
            case URL -> Web.isUrl(value);
            case IMAGE -> Web.isUrl(value) || Patterns.PICTURE.matcher(value).lookingAt();
            case HOST -> Web.isUrl("https://" + value) && !value.contains("/");
            case EMAIL -> Patterns.EMAIL.matcher(value).matches();
            case LANGUAGE -> Patterns.LANGUAGE.matcher(value).matches();
            case IDENTIFIER_TYPE -> Patterns.IDENTIFIER.matcher(value).matches() || value.contains(":");
        };
    }

    /** Whether a value has it. */
    boolean isMet(Json value) {
        if (value instanceof Json.Text written) {
            return isMetBy(written.value());
        }
        return value instanceof Json.Truth ? this == BOOLEAN : value instanceof Json.Numeral && this == TEXT_OR_NUMBER;
    }

    /** Whether publishers break it so often that only the letter of the specification forbids it. */
    boolean isSoft() {
        return this == EMAIL || this == LANGUAGE;
    }

    private static final class Patterns {
        private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");
        private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,8}");
        private static final Pattern PICTURE = Pattern.compile("data:image/(png|svg\\+xml)[;,]");
        private static final Pattern IDENTIFIER = Pattern.compile("id|email|url|telephone");
    }
}
