package dev.badgr.openbadges.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON (RFC 8259) in UTF-8 that nobody can trust: within limits, each name once in an object. Safe for use by many threads. */
public final class JsonReader {
    /** The longest document, in bytes. */
    public static final int LONGEST = 512 * 1024;

    /** How deep objects and lists may stand in one another. */
    public static final int DEEPEST = 32;

    private static final int LONGEST_NUMBER = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .maxNameLength(LONGEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private JsonReader() {}

    /** Reads an object. @throws Malformed if it is none, or exceeds a limit */
    public static JsonObject object(byte[] bytes) {
        if (read(bytes) instanceof JsonObject object) {
            return object;
        }
        throw new Malformed("is JSON, but no object");
    }

    /** Reads a value. @throws Malformed if it is none, or exceeds a limit */
    public static Json read(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new Malformed("has over " + LONGEST + " bytes");
        }
        String text = text(bytes);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new Malformed("is empty");
            }
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw new Malformed("goes on after the end of its JSON");
            }
            return value;
        } catch (JacksonException e) {
            throw new Malformed(reason(e));
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("is not UTF-8");
        }
    }

    /** Jackson's own messages may repeat what it read. */
    private static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Duplicate")) {
            return "has a name twice in one object";
        }
        String limit =
                e.getClass().getSimpleName().equals("StreamConstraintsException") ? "exceeds a limit" : "is no JSON";
        TokenStreamLocation at = e.getLocation();
        return at == null ? limit : limit + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static Json value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> new Json.Truth(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new Json.Null();
            default -> throw new Malformed("is no JSON");
        };
    }

    private static Json object(JsonParser parser) {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new JsonObject(members);
    }

    private static Json array(JsonParser parser) {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new Json.Array(values);
    }
}
