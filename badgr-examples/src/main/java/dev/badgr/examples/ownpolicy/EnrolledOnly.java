package dev.badgr.examples.ownpolicy;

import dev.badgr.account.Account;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.BadgeId;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.EmailKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets a badge in by itself if its holder was enrolled in the course; whoever was not, may still accept it, unless it is a
 * staff badge. Without an account there is nobody to ask about, so the award waits for one.
 */
public final class EnrolledOnly implements AwardPolicy {
    private final Map<EmailKey, Set<BadgeId>> enrolments = new ConcurrentHashMap<>();

    /** Records that a learner is enrolled in the course of a badge. */
    public void enrol(EmailAddress learner, BadgeId course) {
        enrolments
                .computeIfAbsent(learner.key(), key -> ConcurrentHashMap.newKeySet())
                .add(course);
    }

    @Override
    public AwardDecision decide(NewAward award, Optional<Account> account) {
        if (account.isEmpty()) {
            return new AwardDecision.Wait();
        }
        if (isEnrolled(account.get(), award.badge().id())) {
            return new AwardDecision.Show();
        }
        return award.badge().tags().contains("staff")
                ? new AwardDecision.Refuse("Only members of staff who were enrolled can hold it.")
                : new AwardDecision.Offer();
    }

    /** By any of her addresses: she may have enrolled with one and have been awarded at another. */
    private boolean isEnrolled(Account account, BadgeId course) {
        return account.emails().stream()
                .anyMatch(
                        email -> enrolments.getOrDefault(email.key(), Set.of()).contains(course));
    }
}
