package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.v3.Shape.Property;
import dev.badgr.openbadges.v3.Shape.Times;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Holds a document against the {@link DataModel}, with all objects in it. For one document. */
final class Structure {
    static final String SECTION = "OB 3.0, B";

    private final Verification verification;
    private final Set<CheckName> looked = EnumSet.of(CheckName.REQUIRED, CheckName.DATA_MODEL);
    private final Set<CheckName> wrong = EnumSet.noneOf(CheckName.class);

    Structure(Verification verification) {
        this.verification = verification;
    }

    /** Writes what is wrong, and a line for each check without a fault. */
    void check(JsonObject document, String shape) {
        object(document, DataModel.shape(shape).orElseThrow(), Optional.empty(), shape);
        looked.stream()
                .filter(name -> !wrong.contains(name))
                .forEach(name -> verification.findings().pass(name, "as the data model has it", SECTION));
    }

    private void object(JsonObject object, Shape shape, Optional<CheckName> typeCheck, String path) {
        type(object, shape, typeCheck.orElse(shape.typeCheck()), path);
        for (Property property : shape.properties()) {
            Optional<Json> value = object.get(property.name());
            String there = path + "." + property.name();
            looked.add(property.missingCheck());
            if (value.isPresent()) {
                values(value.get(), property, there);
            } else {
                missing(property, there);
            }
        }
    }

    private void type(JsonObject object, Shape shape, CheckName check, String path) {
        looked.add(check);
        List<String> types = object.texts("type");
        if (shape.type().equals(Shape.ANY) && types.isEmpty()) {
            fail(check, path + " has no type");
        } else if (!Set.of(Shape.ANY, Shape.NONE).contains(shape.type()) && !types.contains(shape.type())) {
            fail(check, path + " is not of type " + shape.type());
        }
    }

    private void missing(Property property, String path) {
        if (property.times() == Times.ONE) {
            fail(property.missingCheck(), path + " is missing");
        } else if (property.times() == Times.EXPECTED) {
            unusual(property.missingCheck(), path + " is missing");
        }
    }

    private void values(Json value, Property property, String path) {
        List<Json> all = value instanceof Json.Array array ? array.values() : List.of(value);
        if (all.isEmpty()) {
            missing(property, path);
        } else if (property.times() != Times.MANY && value instanceof Json.Array) {
            several(all, path);
        }
        all.forEach(one -> value(one, property, path));
    }

    private void several(List<Json> all, String path) {
        if (all.size() == 1) {
            unusual(CheckName.DATA_MODEL, path + " is a list");
        } else {
            fail(CheckName.DATA_MODEL, path + " has " + all.size() + " values, not one");
        }
    }

    private void value(Json value, Property property, String path) {
        Optional<Shape> shape = property.kinds().stream()
                .flatMap(kind -> DataModel.shape(kind).stream())
                .findFirst();
        if (shape.isPresent() && value instanceof JsonObject object) {
            object(object, shape.get(), property.typeCheck(), path);
            return;
        }
        List<Plain> plain = property.kinds().stream().flatMap(Structure::plain).toList();
        if (plain.stream().noneMatch(kind -> kind.accepts(value))) {
            otherKind(value, plain, path);
        }
    }

    private void otherKind(Json value, List<Plain> plain, String path) {
        String wanted = plain.stream().map(Plain::words).findFirst().orElse("an object");
        String found = path + " is not " + wanted;
        if (plain.stream().anyMatch(kind -> kind.understands(value))) {
            unusual(CheckName.DATA_MODEL, found);
        } else {
            fail(CheckName.DATA_MODEL, found);
        }
    }

    private void fail(CheckName name, String found) {
        add(name, Status.FAIL, found);
    }

    private void unusual(CheckName name, String found) {
        add(name, verification.isStrict() ? Status.FAIL : Status.WARN, found);
    }

    private void add(CheckName name, Status status, String found) {
        wrong.add(name);
        verification.findings().add(name, status, found, SECTION);
    }

    private static Stream<Plain> plain(String kind) {
        return DataModel.shape(kind).isPresent()
                ? Stream.empty()
                : Stream.of(Plain.valueOf(kind.toUpperCase(Locale.ROOT)));
    }
}
