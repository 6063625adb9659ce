package dev.badgr.openbadges.api;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.text.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * A page of a person's badges, as one Backpack hands it to another.
 *
 * @param documents badges that are JSON: hosted assertions, or credentials with an embedded proof
 * @param tokens badges that are signatures in compact form
 */
public record BadgePage(List<Bytes> documents, List<String> tokens) {
    private static final String DOCUMENTS_2_1 = "assertions";
    private static final String TOKENS_2_1 = "signedAssertions";
    private static final String DOCUMENTS_3_0 = "credential";
    private static final String TOKENS_3_0 = "compactJwsString";

    public BadgePage {
        documents = List.copyOf(documents);
        tokens = List.copyOf(tokens);
    }

    /**
     * As Badge Connect has it (Open Badges 2.1, GetAssertionsResponse).
     *
     * @throws IllegalArgumentException if a document is no JSON object
     */
    public Bytes toAssertionsResponse() {
        return bytes(JsonMembers.of("status", ConnectStatus.OK.json())
                .and(DOCUMENTS_2_1, objects())
                .and(TOKENS_2_1, Json.of(tokens))
                .object());
    }

    /**
     * As the 3.0 API has it (Open Badges 3.0, GetOpenBadgeCredentialsResponse).
     *
     * @throws IllegalArgumentException if a document is no JSON object
     */
    public Bytes toCredentialsResponse() {
        return bytes(JsonMembers.of(DOCUMENTS_3_0, objects())
                .and(TOKENS_3_0, Json.of(tokens))
                .object());
    }

    /** Reads what another host answered, by either API; empty if it is no such answer. Each badge is still to be verified. */
    public static Optional<BadgePage> parse(byte[] answer) {
        try {
            JsonObject json = JsonReader.object(answer);
            return json.has(DOCUMENTS_2_1) || json.has(TOKENS_2_1)
                    ? Optional.of(page(json, DOCUMENTS_2_1, TOKENS_2_1))
                    : Optional.of(page(json, DOCUMENTS_3_0, TOKENS_3_0));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a badge that another host posts: JSON or a signature in compact form, bare or as {@code assertion} in an object.
     *
     * @return what to import; empty if there is none
     */
    public static Optional<String> posted(byte[] body) {
        try {
            JsonObject json = JsonReader.object(body);
            return json.object("assertion")
                    .map(assertion -> bytes(assertion).text())
                    .or(() -> json.text("assertion"))
                    .or(() -> Optional.of(Bytes.of(body).text()));
        } catch (Malformed e) {
            return Optional.of(Bytes.of(body).text().strip()).filter(text -> text.matches("[A-Za-z0-9_.-]+"));
        }
    }

    /** Only how many they are: badges may name their recipients. */
    @Override
    public String toString() {
        return "BadgePage[" + documents.size() + ", " + tokens.size() + "]";
    }

    private static BadgePage page(JsonObject json, String documents, String tokens) {
        return new BadgePage(
                json.objects(documents).stream().map(BadgePage::bytes).toList(), json.texts(tokens));
    }

    private Json objects() {
        return new Json.Array(
                documents.stream().map(document -> (Json) object(document)).toList());
    }

    private static JsonObject object(Bytes document) {
        try {
            return JsonReader.object(document.toArray());
        } catch (Malformed e) {
            throw new IllegalArgumentException("documents: one " + e.reason(), e);
        }
    }

    private static Bytes bytes(JsonObject json) {
        return Bytes.of(JsonWriter.bytes(json));
    }
}
