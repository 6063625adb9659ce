package dev.badgr.openbadges;

/** How strictly a badge is judged. */
public enum VerificationPolicy {
    /** As its publishers' own tools judge it: what they commonly leave out is a warning at most. The default. */
    LENIENT,
    /** By the letter of the specification. */
    STRICT
}
