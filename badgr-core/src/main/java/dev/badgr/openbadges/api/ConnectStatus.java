package dev.badgr.openbadges.api;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.text.Bytes;

/** What an answer of Badge Connect begins with (Open Badges 2.1, Status). */
public enum ConnectStatus {
    /** Done. */
    OK(200),
    /** The badge is of somebody else. */
    RECIPIENT_PROFILE_MISMATCH(400),
    /** The badge does not verify. */
    INVALID_BADGE(400),
    /** The request is none. */
    BAD_REQUEST(400),
    /** There is no valid token. */
    UNAUTHENTICATED(401),
    /** The token's scopes don't allow it. */
    PERMISSION_DENIED(403),
    /** There is nothing there. */
    NOT_FOUND(404),
    /** Nobody may do that there. */
    METHOD_NOT_ALLOWED(405);

    private final int code;

    ConnectStatus(int code) {
        this.code = code;
    }

    /** The HTTP status to answer with. */
    public int code() {
        return code;
    }

    /**
     * An answer that is nothing else.
     *
     * @param error in English, without a secret; empty for {@link #OK}
     */
    public Bytes toJson(String error) {
        JsonObject status = error.isEmpty() ? json() : json().with("error", Json.of(error));
        return Bytes.of(JsonWriter.bytes(JsonMembers.of("status", status).object()));
    }

    /** The answer about the person whose token it is (Open Badges 2.1, ProfileResponse): the name alone; an address is the person's own to give. */
    public static Bytes profile(String name) {
        JsonObject profile = JsonMembers.of("@context", "https://w3id.org/openbadges/v2")
                .and("type", "Profile")
                .and("name", name)
                .object();
        return Bytes.of(JsonWriter.bytes(
                JsonMembers.of("status", OK.json()).and("profile", profile).object()));
    }

    JsonObject json() {
        return JsonMembers.of("statusCode", new Json.Numeral(Integer.toString(code)))
                .and("statusText", name())
                .object();
    }
}
