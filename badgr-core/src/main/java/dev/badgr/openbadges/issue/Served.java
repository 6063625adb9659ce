package dev.badgr.openbadges.issue;

import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.text.Bytes;
import java.net.URI;

/** Makes documents of JSON. */
final class Served {
    static final String LINKED_DATA = "application/ld+json";
    static final String CONTEXT_2 = "https://w3id.org/openbadges/v2";

    private Served() {}

    /** The beginning of an object of Open Badges 2.0. */
    static JsonMembers version2(String type, URI id) {
        return JsonMembers.of("@context", CONTEXT_2).and("type", type).and("id", id);
    }

    static ServedDocument linked(URI location, int status, JsonObject json) {
        return document(location, status, LINKED_DATA, json);
    }

    static ServedDocument linked(URI location, JsonObject json) {
        return linked(location, 200, json);
    }

    static ServedDocument document(URI location, int status, String mediaType, JsonObject json) {
        return new ServedDocument(location, status, mediaType, Bytes.of(JsonWriter.bytes(json)));
    }
}
