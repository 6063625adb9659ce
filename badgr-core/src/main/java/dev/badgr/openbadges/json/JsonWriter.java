package dev.badgr.openbadges.json;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON in UTF-8 without blanks, members in their order. Safe for use by many threads. */
public final class JsonWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonWriter() {}

    /** The bytes of a value. */
    public static byte[] bytes(Json value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            write(json, value);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, Json value) {
        if (value instanceof JsonObject object) {
            json.writeStartObject();
            object.members().forEach((name, member) -> {
                json.writeName(name);
                write(json, member);
            });
            json.writeEndObject();
        } else if (value instanceof Json.Array array) {
            json.writeStartArray();
            array.values().forEach(one -> write(json, one));
            json.writeEndArray();
        } else if (value instanceof Json.Text text) {
            json.writeString(text.value());
        } else if (value instanceof Json.Numeral number) {
            json.writeNumber(number.literal());
        } else if (value instanceof Json.Truth truth) {
            json.writeBoolean(truth.value());
        } else {
            json.writeNull();
        }
    }
}
