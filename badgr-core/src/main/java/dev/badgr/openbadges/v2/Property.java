package dev.badgr.openbadges.v2;

import java.util.Optional;

/**
 * A property of a class.
 *
 * @param name as the context has it
 * @param need what it is if it is not there
 * @param form what a value looks like that is no object
 * @param isMany whether a list may stand there
 * @param nested what an object there is; empty if none may stand there
 */
record Property(String name, Need need, Form form, boolean isMany, Optional<Kind> nested) {
    /** What comes of its absence. */
    enum Need {
        /** A failure. */
        REQUIRED,
        /** A failure by the letter; else a warning. */
        COMMONLY_MISSING,
        /** A failure by the letter; else nothing, since the publishers' own tools let it pass. */
        TOLERATED,
        /** Nothing. */
        OPTIONAL
    }

    static Property required(String name, Form form) {
        return new Property(name, Need.REQUIRED, form, false, Optional.empty());
    }

    static Property optional(String name, Form form) {
        return new Property(name, Need.OPTIONAL, form, false, Optional.empty());
    }

    Property when(Need missing) {
        return new Property(name, missing, form, isMany, nested);
    }

    Property many() {
        return new Property(name, need, form, true, nested);
    }

    Property or(Kind kind) {
        return new Property(name, need, form, isMany, Optional.of(kind));
    }
}
