package dev.badgr.openbadges.json;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A JSON value. Immutable. */
public sealed interface Json permits Json.Text, Json.Numeral, Json.Truth, Json.Null, Json.Array, JsonObject {
    /** A string. */
    record Text(String value) implements Json {
        public Text {
            Objects.requireNonNull(value, "value");
        }
    }

    /** A number, as it was written. */
    record Numeral(String literal) implements Json {
        public Numeral {
            Objects.requireNonNull(literal, "literal");
        }
    }

    /** True or false. */
    record Truth(boolean value) implements Json {}

    /** Nothing. */
    record Null() implements Json {}

    /** A list. */
    record Array(List<Json> values) implements Json {
        public Array {
            values = List.copyOf(values);
        }
    }

    /** Text. */
    static Json of(String text) {
        return new Text(text);
    }

    /** A list of texts. */
    static Json of(List<String> texts) {
        return new Array(texts.stream().map(Json::of).toList());
    }

    /** An object with these members, in their order. */
    static JsonObject object(Map<String, Json> members) {
        return new JsonObject(members);
    }
}
