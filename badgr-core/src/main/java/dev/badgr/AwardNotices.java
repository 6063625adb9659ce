package dev.badgr;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.port.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What is to be told of a new award, and when. */
record AwardNotices(Setup setup) {
    /** That it was awarded and, if it expires late enough, that it will. */
    List<Notice> of(Award award) {
        Instant now = setup.now();
        UUID sequence = award.id().sequence();
        Notice told = notice(award, Notice.Kind.AWARDED, sequence, now);
        // Another variant than an award's, so no other notice has it.
        UUID ofExpiry =
                new UUID(sequence.getMostSignificantBits(), sequence.getLeastSignificantBits() ^ Long.MIN_VALUE);
        return Stream.concat(
                        Stream.of(told),
                        award.expires().map(end -> end.minus(setup.limits().noticeBeforeExpiry())).stream()
                                .filter(now::isBefore)
                                .map(due -> notice(award, Notice.Kind.EXPIRING, ofExpiry, now)
                                        .dueAt(due)))
                .toList();
    }

    private static Notice notice(Award award, Notice.Kind kind, UUID name, Instant now) {
        AwardId id = award.id();
        return Notice.of(id.recipient(), name, kind, award.address(), Optional.of(id), "", Locale.ENGLISH, now);
    }
}
