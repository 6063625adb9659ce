package dev.badgr.given;

import java.util.Locale;
import java.util.function.Supplier;

/** Runs something as it would run on a machine that is set to another language. */
public final class DefaultLocale {
    private DefaultLocale() {}

    /** What the work answers there. */
    public static <T> T is(Locale locale, Supplier<T> work) {
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            return work.get();
        } finally {
            Locale.setDefault(before);
        }
    }
}
