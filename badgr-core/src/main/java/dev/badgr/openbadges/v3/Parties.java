package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.util.Optional;

/** The ids of those whom a credential names, which stand there as an id or as an object with one. */
final class Parties {
    private Parties() {}

    /** The id of its issuer. */
    static Optional<String> issuer(JsonObject document) {
        return id(document, "issuer");
    }

    /** The id of what it is about. */
    static Optional<String> subject(JsonObject document) {
        return first(document, "credentialSubject").flatMap(subject -> subject.text("id"));
    }

    /** The id that stands there, or that the object there has. */
    static Optional<String> id(JsonObject object, String name) {
        return object.list(name).stream()
                .findFirst()
                .flatMap(value -> value instanceof Json.Text text
                        ? Optional.of(text.value())
                        : Optional.of(value)
                                .filter(JsonObject.class::isInstance)
                                .map(JsonObject.class::cast)
                                .flatMap(one -> one.text("id")));
    }

    /** The object that stands there, or the first of them. */
    static Optional<JsonObject> first(JsonObject object, String name) {
        return object.objects(name).stream().findFirst();
    }
}
