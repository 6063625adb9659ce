package dev.badgr.examples.bulk;

import dev.badgr.Badgr;
import dev.badgr.BulkOutcome;
import dev.badgr.BulkProgress;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A badge for everybody who has finished a course. */
final class Graduation {
    /** A record of the host's own. */
    record Completion(String id, EmailAddress learner, Instant at) {}

    private Graduation() {}

    static BulkProgress award(Badgr badgr, Badge badge, Stream<Completion> completions, Consumer<String> log) {
        // tag::bulk[]
        var wanted = completions.map(done -> NewAward.of(badge, done.learner()).once(done.id(), done.at()));
        var all = badgr.awards().awardAll(wanted, (row, outcome) -> {
            if (outcome instanceof BulkOutcome.Refused refused) {
                log.accept(row + ": " + refused.refusal().message(Locale.ENGLISH));
            }
        });
        // all.done(), all.doneBefore(), all.refused(), all.rate()
        // end::bulk[]
        return all;
    }
}
