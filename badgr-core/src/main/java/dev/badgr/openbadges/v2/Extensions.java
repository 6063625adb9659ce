package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.util.List;

/** Whether extensions have their form (Open Badges 2.0, Extensions). For one verification. */
final class Extensions {
    private static final String SECTION = "OB 2.0, Extensions";

    private final Verification verification;

    Extensions(Verification verification) {
        this.verification = verification;
    }

    /** Judges the extensions that stand in an object, or the object if it is one. */
    void judge(JsonObject object) {
        if (isOne(object)) {
            extension(object);
        }
        object.members().forEach((name, value) -> {
            if (isNamed(name)) {
                values(value).forEach(this::named);
            } else if (value instanceof JsonObject member && isOne(member)) {
                extension(member);
            }
        });
    }

    private void named(Json value) {
        if (value instanceof JsonObject object) {
            extension(object);
        } else {
            verification.failIfStrict(CheckName.EXTENSION, "an extension is no object", SECTION);
        }
    }

    private void extension(JsonObject object) {
        if (!isOne(object) || object.texts("type").size() < 2) {
            verification.failIfStrict(
                    CheckName.EXTENSION, "the type of an extension lacks Extension or its own", SECTION);
        } else if (object.texts("@context").isEmpty()) {
            verification.failIfStrict(CheckName.EXTENSION, "an extension lacks its @context", SECTION);
        } else if (verification.isStrict()) {
            verification
                    .findings()
                    .unknown(
                            CheckName.EXTENSION,
                            "the form is good; a schema that its @context may name is not judged",
                            SECTION);
        } else {
            verification
                    .findings()
                    .pass(CheckName.EXTENSION, "the form is good; what it says is its publisher's", SECTION);
        }
    }

    private static boolean isOne(JsonObject object) {
        return object.texts("type").stream()
                .map(Kind::bare)
                .anyMatch(type -> type.equals("Extension") || type.equals("extension"));
    }

    private static boolean isNamed(String name) {
        return name.startsWith("extensions:") || name.startsWith("https://w3id.org/openbadges/extensions#");
    }

    private static List<Json> values(Json value) {
        return value instanceof Json.Array array ? array.values() : List.of(value);
    }
}
