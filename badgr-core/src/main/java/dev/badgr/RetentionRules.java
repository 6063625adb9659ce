package dev.badgr;

import java.time.Duration;

/**
 * How long is kept what has served its purpose, until {@link Retention#prune} forgets it. Longer is never wrong, but for the
 * law on personal data. A hundred years at most.
 *
 * @param challenges from the expiry of a code on; at least two days, so that nothing that a confirmed code may still be asked
 *     about is forgotten
 * @param counts from the moment on at which the rules have no use for a count of mails, codes or passwords any more; at least
 *     five minutes, since the clocks of servers differ
 * @param undeliveredNotices from the writing of a notice on that was given up; at least a week: one is tried for days
 * @param shareLinks from the end of a share link on; at least nothing
 * @param auditRecords from what happened to an account on, and from the day on by which a move of an address was decided; at least
 *     thirty days. By default four hundred: whoever finds out late that somebody else was in can still see when
 * @param formerConsents from the erasure of an account on; at least nothing. By default four years: what somebody has agreed to
 *     may have to be shown until claims have run out
 */
public record RetentionRules(
        Duration challenges,
        Duration counts,
        Duration undeliveredNotices,
        Duration shareLinks,
        Duration auditRecords,
        Duration formerConsents) {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    public RetentionRules {
        require(challenges, Duration.ofDays(2), "challenges");
        require(counts, Duration.ofMinutes(5), "counts");
        require(undeliveredNotices, Duration.ofDays(7), "undeliveredNotices");
        require(shareLinks, Duration.ZERO, "shareLinks");
        require(auditRecords, Duration.ofDays(30), "auditRecords");
        require(formerConsents, Duration.ZERO, "formerConsents");
    }

    /** The defaults: two days, an hour, thirty days, thirty days, four hundred days, four years. */
    public static RetentionRules standard() {
        return new RetentionRules(
                Duration.ofDays(2),
                Duration.ofHours(1),
                Duration.ofDays(30),
                Duration.ofDays(30),
                Duration.ofDays(400),
                Duration.ofDays(1_461));
    }

    private static void require(Duration given, Duration atLeast, String name) {
        if (given.compareTo(atLeast) < 0 || given.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + ": at least " + atLeast + ", at most " + LONGEST.toDays() + " days");
        }
    }
}
