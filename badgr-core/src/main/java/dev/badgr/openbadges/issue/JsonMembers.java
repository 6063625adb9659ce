package dev.badgr.openbadges.issue;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a JSON object together, member after member. An empty {@link Optional} and an empty list are no member. */
final class JsonMembers {
    private final Map<String, Json> members = new LinkedHashMap<>();

    JsonMembers() {}

    static JsonMembers of(String name, String value) {
        return new JsonMembers().and(name, value);
    }

    static JsonMembers of(String name, Json value) {
        return new JsonMembers().and(name, value);
    }

    JsonMembers and(String name, String value) {
        return and(name, Json.of(value));
    }

    JsonMembers and(String name, URI value) {
        return and(name, value.toString());
    }

    JsonMembers and(String name, Instant value) {
        return and(name, value.toString());
    }

    JsonMembers and(String name, boolean value) {
        return and(name, new Json.Truth(value));
    }

    JsonMembers and(String name, Json value) {
        members.put(name, value);
        return this;
    }

    JsonMembers and(String name, Optional<?> value) {
        value.ifPresent(present -> and(name, present.toString()));
        return this;
    }

    JsonMembers and(String name, List<? extends Json> values) {
        if (!values.isEmpty()) {
            and(name, new Json.Array(List.copyOf(values)));
        }
        return this;
    }

    JsonMembers andTexts(String name, List<String> values) {
        return values.isEmpty() ? this : and(name, Json.of(values));
    }

    JsonObject object() {
        return new JsonObject(members);
    }
}
