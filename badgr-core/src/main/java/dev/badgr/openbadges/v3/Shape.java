package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import java.util.List;
import java.util.Optional;

/**
 * What an object of the data model looks like.
 *
 * @param type what its type must include; {@link #ANY} if it must only have one, {@link #NONE} if it needs none
 * @param typeCheck the line on which another type is told
 * @param properties those that are looked at; others are extensions
 */
record Shape(String type, CheckName typeCheck, List<Property> properties) {
    static final String ANY = "any";
    static final String NONE = "none";

    Shape {
        properties = List.copyOf(properties);
    }

    /** How often a property may stand in its object. */
    enum Times {
        /** Exactly once. */
        ONE,
        /** Once, but it is commonly left out. */
        EXPECTED,
        /** At most once. */
        OPTIONAL,
        /** As often as one likes. */
        MANY
    }

    /**
     * A property.
     *
     * @param kinds what its value may be: names of shapes and of {@link Plain} values
     * @param missingCheck the line on which it is told that it is not there
     * @param typeCheck the line on which another type of its value is told, if it is not the line of the shape
     */
    record Property(
            String name, Times times, List<String> kinds, CheckName missingCheck, Optional<CheckName> typeCheck) {
        Property {
            kinds = List.copyOf(kinds);
        }
    }
}
