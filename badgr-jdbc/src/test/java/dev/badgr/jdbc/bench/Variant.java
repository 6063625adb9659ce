package dev.badgr.jdbc.bench;

import java.util.Collections;
import java.util.List;

/**
 * One way to do a piece of work.
 *
 * @param name of who does it
 * @param preparation of calls that are not measured themselves, so many at a time
 */
record Variant(String name, Preparation preparation) {
    /** What is measured. */
    @FunctionalInterface
    interface Call {
        void run() throws Exception;

        /** What comes right before it and is not measured. */
        default void before() throws Exception {}
    }

    /** Makes calls, each of which is used once. */
    @FunctionalInterface
    interface Preparation {
        List<? extends Call> calls(int number) throws Exception;
    }

    /** One whose calls need no preparation. */
    static Variant of(String name, Call call) {
        return new Variant(name, number -> Collections.nCopies(number, call));
    }
}
