package dev.badgr.openbadges.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object, with the questions that readers of Open Badges ask it.
 *
 * @param members in the order in which they stood
 */
public record JsonObject(Map<String, Json> members) implements Json {
    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The member of that name, if there is one and it is not null. */
    public Optional<Json> get(String name) {
        return Optional.ofNullable(members.get(name)).filter(value -> !(value instanceof Null));
    }

    /** Whether there is such a member, even a null. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** The member, if it is a string. */
    public Optional<String> text(String name) {
        return get(name).filter(Text.class::isInstance).map(value -> ((Text) value).value());
    }

    /** The member, if it is an object. */
    public Optional<JsonObject> object(String name) {
        return get(name).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    /** The members of a list; a single value is a list of one, as JSON-LD has it; no member is an empty list. */
    public List<Json> list(String name) {
        return get(name)
                .map(value -> value instanceof Array array ? array.values() : List.of(value))
                .orElse(List.of());
    }

    /** The strings in {@link #list}. */
    public List<String> texts(String name) {
        return list(name).stream()
                .filter(Text.class::isInstance)
                .map(value -> ((Text) value).value())
                .toList();
    }

    /** The objects in {@link #list}. */
    public List<JsonObject> objects(String name) {
        return list(name).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /** The value of a member that is true or false. */
    public Optional<Boolean> truth(String name) {
        return get(name).filter(Truth.class::isInstance).map(value -> ((Truth) value).value());
    }

    /** The same with this member, in its old place or at the end. */
    public JsonObject with(String name, Json value) {
        Map<String, Json> changed = new LinkedHashMap<>(members);
        changed.put(name, value);
        return new JsonObject(changed);
    }

    /** The same without this member. */
    public JsonObject without(String name) {
        Map<String, Json> changed = new LinkedHashMap<>(members);
        changed.remove(name);
        return new JsonObject(changed);
    }
}
