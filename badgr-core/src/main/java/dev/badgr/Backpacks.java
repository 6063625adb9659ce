package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.backpack.Backpack;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.Explanation;
import dev.badgr.backpack.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A person's badges: those whose address is verified on her account at this moment, and that she has not declined. Viewing is
 * not accepting. Safe for use by many threads.
 */
public final class Backpacks {
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final int MOST_EXPIRING = 100;

    private final Setup setup;

    Backpacks(Setup setup) {
        this.setup = setup;
    }

    /** A page of the Backpack, newest first; ask for the next with {@link BackpackQuery#after}. */
    public Page<BackpackEntry> page(AccountId owner, BackpackQuery query) {
        Objects.requireNonNull(owner, "owner");
        List<BackpackEntry> found = setup.stores().backpacks().page(owner, query);
        // Each turn decides at least one award for good, so this ends.
        while (decideWaiting(owner, found)) {
            found = setup.stores().backpacks().page(owner, query);
        }
        boolean more = found.size() > query.limit();
        List<BackpackEntry> page = more ? found.subList(0, query.limit()) : found;
        Optional<String> next =
                more ? Optional.of(page.get(page.size() - 1).award().id().text()) : Optional.empty();
        return new Page<>(
                page.stream().filter(e -> e.award().state() == query.state()).toList(), next);
    }

    /**
     * The badges in the Backpack that expire soon and were not issued again, the first to expire first: at most 100.
     *
     * @param within how soon; more than nothing, at most a hundred years
     */
    public List<BackpackEntry> expiring(AccountId owner, Duration within) {
        Objects.requireNonNull(owner, "owner");
        if (within.isNegative() || within.isZero() || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("within: more than nothing, at most " + LONGEST.toDays() + " days");
        }
        Instant now = setup.now();
        return setup.stores().backpacks().expiring(owner, now, now.plus(within), MOST_EXPIRING);
    }

    /** Why a badge is, or is not, in this Backpack, and the next step. */
    public Explanation explain(AccountId owner, AwardId id) {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(id, "id");
        Optional<Account> account = setup.stores().accounts().byId(owner);
        Optional<Award> award = setup.stores().awards().byId(id);
        if (account.isEmpty() || award.isEmpty()) {
            return new Explanation.Unknown();
        }
        Award decided = decided(account.get(), award.get());
        return new Backpack(account.get()).explain(decided, setup.now());
    }

    /**
     * Accepts a badge that the policy only offers.
     *
     * @return refused with {@link Refusal.NotThere} if it is not offered
     */
    public Result<Explanation> accept(AccountId owner, AwardId id) {
        return move(owner, id, Set.of(AwardState.OFFERED), AwardState.SHOWN);
    }

    /**
     * Puts a badge away: it leaves the Backpack and its shares stop.
     *
     * @return refused with {@link Refusal.NotThere} if it is neither shown, hidden nor offered
     */
    public Result<Explanation> decline(AccountId owner, AwardId id) {
        return move(owner, id, Set.of(AwardState.SHOWN, AwardState.HIDDEN, AwardState.OFFERED), AwardState.DECLINED);
    }

    /**
     * Keeps a badge out of sight: it stays hers, but is listed apart ({@link BackpackQuery#in}), and its shares stop.
     *
     * @return refused with {@link Refusal.NotThere} if it is not shown
     */
    public Result<Explanation> hide(AccountId owner, AwardId id) {
        return move(owner, id, Set.of(AwardState.SHOWN), AwardState.HIDDEN);
    }

    /**
     * Takes a declined or hidden badge back.
     *
     * @return refused with {@link Refusal.NotThere} if it is neither
     */
    public Result<Explanation> restore(AccountId owner, AwardId id) {
        return move(owner, id, Set.of(AwardState.DECLINED, AwardState.HIDDEN), AwardState.SHOWN);
    }

    private Result<Explanation> move(AccountId owner, AwardId id, Set<AwardState> from, AwardState to) {
        Explanation before = explain(owner, id);
        boolean moved = setup.stores().awards().move(id, owner, from, to, Optional.empty());
        return moved ? Result.success(explain(owner, id)) : Result.refused(new Refusal.NotThere(before));
    }

    private boolean decideWaiting(AccountId owner, List<BackpackEntry> entries) {
        List<BackpackEntry> waiting = entries.stream()
                .filter(e -> e.award().state() == AwardState.WAITING)
                .toList();
        if (waiting.isEmpty()) {
            return false;
        }
        Optional<Account> account = setup.stores().accounts().byId(owner);
        return account.isPresent()
                && waiting.stream().filter(e -> decide(account.get(), e)).count() > 0;
    }

    private Award decided(Account account, Award award) {
        boolean due = award.state() == AwardState.WAITING
                && account.hasVerified(award.id().recipient());
        if (!due) {
            return award;
        }
        return setup.stores()
                .badges()
                .byId(award.badge())
                .filter(badge -> decide(account, new BackpackEntry(award, badge)))
                .flatMap(badge -> setup.stores().awards().byId(award.id()))
                .orElse(award);
    }

    /** Asks the policy again, now that there is an account; whether it has decided. */
    private boolean decide(Account account, BackpackEntry entry) {
        Award award = entry.award();
        AwardDecision decision = setup.policy().decide(award.wanted(entry.badge()), Optional.of(account));
        return !(decision instanceof AwardDecision.Wait)
                && setup.stores()
                        .awards()
                        .move(
                                award.id(),
                                account.id(),
                                Set.of(AwardState.WAITING),
                                decision.state(),
                                decision.refusal());
    }
}
