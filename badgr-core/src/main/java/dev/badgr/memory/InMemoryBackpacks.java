package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.backpack.Backpack;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.BackpackStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The view of awards by account: looked up anew each time, so it can't be out of date. */
final class InMemoryBackpacks implements BackpackStore {
    private static final Comparator<BackpackEntry> NEWEST_FIRST =
            Comparator.comparing((BackpackEntry entry) -> entry.award().id()).reversed();

    private static final Comparator<BackpackEntry> FIRST_TO_EXPIRE = Comparator.comparing(
                    (BackpackEntry entry) -> entry.award().expires().orElse(Instant.MAX))
            .thenComparing(entry -> entry.award().id());
    private static final Set<AwardState> IN_IT = Set.of(AwardState.SHOWN, AwardState.HIDDEN, AwardState.OFFERED);

    private final Journal journal;
    private final InMemoryAccounts accounts;
    private final InMemoryAwards awards;
    private final InMemoryBadges badges;

    InMemoryBackpacks(Journal journal, InMemoryAccounts accounts, InMemoryAwards awards, InMemoryBadges badges) {
        this.journal = journal;
        this.accounts = accounts;
        this.awards = awards;
        this.badges = badges;
    }

    @Override
    public List<BackpackEntry> page(AccountId owner, BackpackQuery query) {
        return journal.atomically(() -> accounts.byId(owner).stream()
                .flatMap(account -> entries(account, awards::liveTo))
                .filter(entry -> isAskedFor(entry.award(), query) && isAskedFor(entry.badge(), query))
                .sorted(NEWEST_FIRST)
                .limit(query.limit() + 1L)
                .toList());
    }

    @Override
    public List<BackpackEntry> everything(AccountId owner, Optional<AwardId> after, int max) {
        return journal.atomically(() -> accounts.byId(owner).stream()
                .flatMap(account -> entries(account, awards::allTo))
                .filter(entry -> isAfter(after, entry.award()))
                .sorted(NEWEST_FIRST)
                .limit(max)
                .toList());
    }

    @Override
    public List<BackpackEntry> expiring(AccountId owner, Instant after, Instant until, int max) {
        return journal.atomically(() -> accounts.byId(owner).stream()
                .flatMap(account -> entries(account, awards::liveTo))
                .filter(entry -> entry.award().state() == AwardState.SHOWN
                        && entry.award().reissuedAs().isEmpty())
                .filter(entry ->
                        entry.award().isExpiredAt(until) && !entry.award().isExpiredAt(after))
                .sorted(FIRST_TO_EXPIRE)
                .limit(max)
                .toList());
    }

    @Override
    public long count(AccountId owner, RecipientKey recipient) {
        return journal.atomically(() -> accounts.byId(owner).stream()
                .filter(account -> account.hasVerified(recipient))
                .flatMap(account -> awards.liveTo(recipient))
                .filter(award -> IN_IT.contains(award.state()))
                .count());
    }

    /** One award, if this account's Backpack shows it. */
    Optional<BackpackEntry> shown(Account owner, AwardId id) {
        return awards.byId(id).filter(new Backpack(owner)::shows).map(this::entry);
    }

    private Stream<BackpackEntry> entries(Account account, Function<RecipientKey, Stream<Award>> to) {
        return account.emails().stream()
                .flatMap(email -> to.apply(email.recipient()))
                .map(this::entry);
    }

    private BackpackEntry entry(Award award) {
        return new BackpackEntry(award, badges.byId(award.badge()).orElseThrow());
    }

    private static boolean isAskedFor(Award award, BackpackQuery query) {
        boolean inState = award.state() == query.state() || award.state() == AwardState.WAITING;
        return inState && isAfter(query.after(), award);
    }

    private static boolean isAfter(Optional<AwardId> last, Award award) {
        return last.map(id -> award.id().compareTo(id) < 0).orElse(true);
    }

    private static boolean isAskedFor(Badge badge, BackpackQuery query) {
        return isOrAny(query.badge(), badge.id())
                && isOrAny(query.issuer(), badge.id().issuer())
                && query.text()
                        .map(text -> lower(badge.name()).contains(lower(text)))
                        .orElse(true)
                && query.tag().map(badge.tags()::contains).orElse(true);
    }

    private static <T> boolean isOrAny(Optional<T> only, T given) {
        return only.isEmpty() || only.get().equals(given);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
