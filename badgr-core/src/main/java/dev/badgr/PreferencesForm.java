package dev.badgr;

import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be written to.
 *
 * @param language a language tag such as {@code fr-CA} (BCP 47)
 * @param zone a time zone such as {@code Europe/Paris}
 */
public record PreferencesForm(
        @Nullable String language, @Nullable String zone) {}
