package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.util.List;

/** Whether objects have what their class must have, in its form (Open Badges 2.0, Data Validation). For one verification. */
final class Shape {
    private final Verification verification;
    private final Extensions extensions;

    Shape(Verification verification) {
        this.verification = verification;
        this.extensions = new Extensions(verification);
    }

    /** Judges an object of which its place says what it is, and what stands in it. */
    void judge(JsonObject object, Kind kind) {
        boolean isOne = type(object, kind);
        boolean isWhole = true;
        for (Property property : Vocabulary.of(kind)) {
            isWhole &= property(object, kind, property);
        }
        extensions.judge(object);
        if (isOne && isWhole && kind != Kind.ANY) {
            verification.findings().pass(CheckName.REQUIRED, "the " + kind.text() + " is complete", kind.section());
        }
    }

    private boolean type(JsonObject object, Kind kind) {
        if (kind.isTyped() && !kind.isTypeOf(object)) {
            verification
                    .findings()
                    .fail(CheckName.TYPE, "the type of the " + kind.text() + " is another, or missing", kind.section());
            return false;
        }
        object.texts("type").stream()
                .filter(type -> kind.isTyped() && !isKnown(type))
                .findFirst()
                .ifPresent(type -> verification.failIfStrict(
                        CheckName.TYPE, "a further type of the " + kind.text() + " is no IRI", kind.section()));
        return true;
    }

    private static boolean isKnown(String type) {
        return type.contains(":") || List.of(Kind.values()).stream().anyMatch(kind -> kind.isNamed(type));
    }

    private boolean property(JsonObject object, Kind kind, Property property) {
        if (isMissing(object, property)) {
            return missing(kind, property);
        }
        List<Json> values = object.list(property.name());
        if (values.size() > 1 && !property.isMany()) {
            return wrong(kind, property, Status.FAIL, "has more than one value");
        }
        boolean isGood = true;
        for (Json value : values) {
            isGood &= value(value, kind, property);
        }
        return isGood;
    }

    private static boolean isMissing(JsonObject object, Property property) {
        return object.get(property.name()).isEmpty()
                || (!property.isMany() && object.list(property.name()).isEmpty());
    }

    private boolean missing(Kind kind, Property property) {
        String found = "the " + kind.text() + " lacks " + property.name();
        switch (property.need()) {
            case REQUIRED -> verification.findings().fail(CheckName.REQUIRED, found, kind.section());
            case COMMONLY_MISSING -> verification.failIfStrict(CheckName.REQUIRED, found, kind.section());
            case TOLERATED ->
                verification
                        .findings()
                        .add(
                                CheckName.REQUIRED,
                                verification.isStrict() ? Status.FAIL : Status.PASS,
                                found,
                                kind.section());
            case OPTIONAL -> {}
        }
        return property.need() == Property.Need.OPTIONAL;
    }

    private boolean value(Json value, Kind kind, Property property) {
        if (value instanceof JsonObject nested && property.nested().isPresent()) {
            judge(nested, property.nested().get());
            return true;
        }
        return property.form().isMet(value)
                || wrong(kind, property, severity(value, property), "is not " + expected(property));
    }

    private Status severity(Json value, Property property) {
        boolean isEmpty = property.need() == Property.Need.OPTIONAL && value.equals(Json.of(""));
        return (isEmpty || property.form().isSoft()) && !verification.isStrict() ? Status.WARN : Status.FAIL;
    }

    private static String expected(Property property) {
        boolean isEither = property.nested().isPresent() && property.form() != Form.NONE;
        return property.form().text() + (isEither ? " or an object" : "");
    }

    private boolean wrong(Kind kind, Property property, Status status, String how) {
        CheckName name = property.form() == Form.IMAGE ? CheckName.IMAGE : CheckName.DATA_MODEL;
        verification
                .findings()
                .add(name, status, property.name() + " of the " + kind.text() + " " + how, kind.section());
        return false;
    }
}
