package dev.badgr.openbadges.proof;

import com.apicatalog.jcs.Jcs;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.List;

/** Our JSON as the library has it. */
final class TitaniumJson {
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private TitaniumJson() {}

    static jakarta.json.JsonObject of(JsonObject object) {
        JsonObjectBuilder builder = PROVIDER.createObjectBuilder();
        object.members().forEach((name, value) -> builder.add(name, of(value)));
        return builder.build();
    }

    static JsonArray of(List<Json> values) {
        JsonArrayBuilder builder = PROVIDER.createArrayBuilder();
        values.forEach(one -> builder.add(of(one)));
        return builder.build();
    }

    /** As JSON Canonicalization has it (RFC 8785). */
    static String canonical(JsonObject object) {
        return Jcs.canonize(of(object));
    }

    private static JsonValue of(Json value) {
        if (value instanceof JsonObject object) {
            return of(object);
        } else if (value instanceof Json.Array array) {
            return of(array.values());
        } else if (value instanceof Json.Text text) {
            return PROVIDER.createValue(text.value());
        } else if (value instanceof Json.Numeral number) {
            return PROVIDER.createValue(new BigDecimal(number.literal()));
        } else if (value instanceof Json.Truth truth) {
            return truth.value() ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return JsonValue.NULL;
    }
}
