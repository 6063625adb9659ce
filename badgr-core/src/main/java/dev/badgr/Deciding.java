package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.NewAward;
import dev.badgr.email.RecipientKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes an award of what a host wants, as the policy decides on it. */
record Deciding(Setup setup) {
    /** Refused if the badge is from elsewhere, or by the policy. */
    Result<Award> decide(NewAward wanted) {
        if (wanted.badge().id().issuer().isElsewhere()) {
            return Rule.BADGE_FROM_ELSEWHERE.refused();
        }
        RecipientKey recipient = setup.recipient(wanted.recipient());
        AwardDecision decision = ask(wanted, recipient);
        if (decision instanceof AwardDecision.Refuse refuse) {
            return Result.refused(new Refusal.PolicyRefused(refuse.reason()));
        }
        Instant issuedOn = wanted.external()
                .map(external -> external.issuedOn().truncatedTo(ChronoUnit.MILLIS))
                .orElseGet(setup::now);
        return Result.success(Award.of(wanted, id(wanted, recipient, issuedOn), issuedOn, decision));
    }

    /** Only a policy that can't decide without an account costs the look for one. */
    private AwardDecision ask(NewAward wanted, RecipientKey recipient) {
        AwardDecision decision = setup.policy().decide(wanted, Optional.empty());
        if (!(decision instanceof AwardDecision.Wait)) {
            return decision;
        }
        Optional<Account> account = setup.stores().accounts().byEmail(recipient);
        return account.isPresent() ? setup.policy().decide(wanted, account) : decision;
    }

    private AwardId id(NewAward wanted, RecipientKey recipient, Instant issuedOn) {
        return wanted.external()
                .map(external ->
                        AwardId.ofExternalKey(recipient, wanted.badge().id().issuer(), external.key(), issuedOn))
                .orElseGet(() -> AwardId.random(recipient, issuedOn, setup.random()));
    }
}
