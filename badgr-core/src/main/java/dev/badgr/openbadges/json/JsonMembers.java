package dev.badgr.openbadges.json;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a JSON object together, member after member. An empty {@link Optional} and an empty list are no member. */
public final class JsonMembers {
    private final Map<String, Json> members = new LinkedHashMap<>();

    /** None yet. */
    public JsonMembers() {}

    /** With this one first. */
    public static JsonMembers of(String name, String value) {
        return new JsonMembers().and(name, value);
    }

    /** With this one first. */
    public static JsonMembers of(String name, Json value) {
        return new JsonMembers().and(name, value);
    }

    /** One more. */
    public JsonMembers and(String name, String value) {
        return and(name, Json.of(value));
    }

    /** One more. */
    public JsonMembers and(String name, URI value) {
        return and(name, value.toString());
    }

    /** One more, as ISO 8601. */
    public JsonMembers and(String name, Instant value) {
        return and(name, value.toString());
    }

    /** One more. */
    public JsonMembers and(String name, boolean value) {
        return and(name, new Json.Truth(value));
    }

    /** One more. */
    public JsonMembers and(String name, Json value) {
        members.put(name, value);
        return this;
    }

    /** One more, as text, if there is one. */
    public JsonMembers and(String name, Optional<?> value) {
        value.ifPresent(present -> and(name, present.toString()));
        return this;
    }

    /** One more, if the list is not empty. */
    public JsonMembers and(String name, List<? extends Json> values) {
        if (!values.isEmpty()) {
            and(name, new Json.Array(List.copyOf(values)));
        }
        return this;
    }

    /** One more, if the list is not empty. */
    public JsonMembers andTexts(String name, List<String> values) {
        return values.isEmpty() ? this : and(name, Json.of(values));
    }

    /** All of them. */
    public JsonObject object() {
        return new JsonObject(members);
    }
}
