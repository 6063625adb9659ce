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
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The view of awards by account: looked up anew each time, so it can't be out of date. */
final class InMemoryBackpacks implements BackpackStore {
    private static final Comparator<BackpackEntry> NEWEST_FIRST =
            Comparator.comparing((BackpackEntry entry) -> entry.award().id()).reversed();

    private static final Comparator<Award> FIRST_TO_EXPIRE = Comparator.comparing(
                    (Award award) -> award.expires().orElse(Instant.MAX))
            .thenComparing(Award::id);
    private static final Set<AwardState> IN_IT = Set.of(AwardState.SHOWN, AwardState.HIDDEN, AwardState.OFFERED);

    private final InMemoryAccounts accounts;
    private final InMemoryAwards awards;
    private final InMemoryBadges badges;

    InMemoryBackpacks(Transaction in) {
        this.accounts = new InMemoryAccounts(in);
        this.awards = new InMemoryAwards(in);
        this.badges = new InMemoryBadges(in);
    }

    @Override
    public List<BackpackEntry> page(AccountId owner, BackpackQuery query) {
        return accounts.byId(owner).stream()
                .flatMap(account -> entries(
                        account,
                        mailbox -> awards.liveTo(mailbox, query.after()),
                        entry -> isAskedFor(entry, query),
                        query.limit() + 1))
                .toList();
    }

    @Override
    public List<BackpackEntry> expiring(AccountId owner, Instant after, Instant until, int max) {
        return accounts.byId(owner).stream()
                .flatMap(account -> account.emails().stream())
                .flatMap(email -> awards.liveTo(email.recipient(), Optional.empty()))
                .filter(award ->
                        award.state() == AwardState.SHOWN && award.reissuedAs().isEmpty())
                .filter(award -> award.isExpiredAt(until) && !award.isExpiredAt(after))
                .sorted(FIRST_TO_EXPIRE)
                .limit(max)
                .map(this::entry)
                .toList();
    }

    @Override
    public List<BackpackEntry> everything(AccountId owner, Optional<AwardId> after, int max) {
        return accounts.byId(owner).stream()
                .flatMap(account -> entries(account, mailbox -> awards.allTo(mailbox, after), entry -> true, max))
                .toList();
    }

    @Override
    public long count(AccountId owner, RecipientKey recipient) {
        return accounts.byId(owner).stream()
                .filter(account -> account.hasVerified(recipient))
                .flatMap(account -> awards.liveTo(recipient, Optional.empty()))
                .filter(award -> IN_IT.contains(award.state()))
                .count();
    }

    /** One award, if this account's Backpack shows it. */
    Optional<BackpackEntry> shown(Account owner, AwardId id) {
        return awards.byId(id).filter(new Backpack(owner)::shows).map(this::entry);
    }

    /** The newest of what is wanted: at most so many of each mailbox, and then of all of them. */
    private Stream<BackpackEntry> entries(
            Account account, Function<RecipientKey, Stream<Award>> to, Predicate<BackpackEntry> wanted, int max) {
        return account.emails().stream()
                .flatMap(email -> to.apply(email.recipient())
                        .map(this::entry)
                        .filter(wanted)
                        .limit(max))
                .sorted(NEWEST_FIRST)
                .limit(max);
    }

    private BackpackEntry entry(Award award) {
        return new BackpackEntry(award, badges.byId(award.badge()).orElseThrow());
    }

    private static boolean isAskedFor(BackpackEntry entry, BackpackQuery query) {
        AwardState state = entry.award().state();
        return (state == query.state() || state == AwardState.WAITING) && isAskedFor(entry.badge(), query);
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
