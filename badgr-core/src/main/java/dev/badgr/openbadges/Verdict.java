package dev.badgr.openbadges;

/** What the checks of a report come to together. */
public enum Verdict {
    /** Nothing is wrong. */
    VALID,
    /** Valid, with at least one warning. */
    WARN,
    /** Nothing is wrong as far as could be seen, but at least one check could not be decided. */
    UNKNOWN,
    /** At least one check failed. */
    INVALID
}
