package dev.badgr.openbadges;

/** What one check came to. */
public enum Status {
    /** As the specification wants it. */
    PASS,
    /** Not as it should be, but the badge can be relied on. */
    WARN,
    /** Could not be decided, such as when a document could not be fetched. */
    UNKNOWN,
    /** The badge can't be relied on. */
    FAIL
}
