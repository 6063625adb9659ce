package dev.badgr.examples.ownpolicy;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.BadgeId;
import dev.badgr.award.NewAward;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets a badge in by itself if its holder was enrolled in the course; whoever was not, may still accept it, unless it is a
 * staff badge. Without an account there is nobody to ask about, so the award waits for one.
 */
public final class EnrolledOnly implements AwardPolicy {
    private final Map<AccountId, Set<BadgeId>> enrolments = new ConcurrentHashMap<>();

    /** Records that somebody is enrolled in the course of a badge. */
    public void enrol(AccountId account, BadgeId course) {
        enrolments.computeIfAbsent(account, id -> ConcurrentHashMap.newKeySet()).add(course);
    }

    @Override
    public AwardDecision decide(NewAward award, Optional<Account> account) {
        if (account.isEmpty()) {
            return new AwardDecision.Wait();
        }
        if (enrolments
                .getOrDefault(account.get().id(), Set.of())
                .contains(award.badge().id())) {
            return new AwardDecision.Show();
        }
        return award.badge().tags().contains("staff")
                ? new AwardDecision.Refuse("Only members of staff who were enrolled can hold it.")
                : new AwardDecision.Offer();
    }
}
