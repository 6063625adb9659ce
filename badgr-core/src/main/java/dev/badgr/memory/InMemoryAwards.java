package dev.badgr.memory;

import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Revocation;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.AwardStore;
import dev.badgr.port.Notice;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Awards, those of one mailbox side by side. */
final class InMemoryAwards implements AwardStore {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);
    private static final Comparator<AwardId> BY_MAILBOX =
            Comparator.comparing((AwardId id) -> id.recipient().value()).thenComparing(Comparator.naturalOrder());

    private final Journal journal;
    private final InMemoryAccounts accounts;
    private final InMemoryBadges badges;
    private final InMemoryNotices notices;
    private final NavigableMap<AwardId, Award> byMailbox = new TreeMap<>(BY_MAILBOX);
    private final Table<AwardId, Award> awards;

    InMemoryAwards(Journal journal, InMemoryAccounts accounts, InMemoryBadges badges, InMemoryNotices notices) {
        this.journal = journal;
        this.accounts = accounts;
        this.badges = badges;
        this.notices = notices;
        this.awards = new Table<>(journal, byMailbox);
    }

    @Override
    public Optional<Awarded> award(Award award, Optional<Notice> notice) {
        return journal.atomically(() -> {
            if (badges.byId(award.badge()).isEmpty()) {
                return Optional.empty();
            }
            Optional<Award> stored = awards.find(award.id());
            if (stored.isPresent()) {
                return Optional.of(new Awarded(inPlaceOf(stored.get()), false));
            }
            put(award, notice);
            return Optional.of(new Awarded(award, true));
        });
    }

    @Override
    public Optional<Award> byId(AwardId id) {
        return journal.atomically(() -> awards.find(id));
    }

    @Override
    public boolean revoke(AwardId id, Revocation revocation) {
        return journal.atomically(
                () -> change(awards.find(id).filter(InMemoryAwards::isLive), award -> award.revoked(revocation)));
    }

    @Override
    public Readdressing readdress(AwardId id, Award corrected, Optional<Notice> notice) {
        if (id.equals(corrected.id())) {
            throw new IllegalArgumentException("corrected: must be to another mailbox");
        }
        return journal.atomically(() -> {
            Optional<Award> award = awards.find(id).filter(InMemoryAwards::isLive);
            if (award.isEmpty()) {
                return Readdressing.GONE;
            } else if (accounts.byEmail(id.recipient()).isPresent()) {
                return Readdressing.ADDRESS_VERIFIED;
            }
            change(award, wrong -> wrong.replacedBy(corrected.id()));
            if (awards.find(corrected.id())
                    .map(Award::readdressedTo)
                    .map(Optional::isPresent)
                    .orElse(true)) {
                put(corrected, notice);
            }
            return Readdressing.DONE;
        });
    }

    @Override
    public boolean move(AwardId id, AccountId owner, Set<AwardState> from, AwardState to, Optional<String> refusal) {
        Optional<String> kept = to == AwardState.REFUSED ? refusal : Optional.empty();
        return journal.atomically(() -> change(
                awards.find(id)
                        .filter(InMemoryAwards::isLive)
                        .filter(award -> from.contains(award.state()))
                        .filter(award -> isOf(owner, award)),
                award -> award.in(to, kept)));
    }

    /** The awards to a mailbox that were neither revoked nor readdressed. */
    Stream<Award> liveTo(RecipientKey recipient) {
        AwardId first = new AwardId(recipient, FIRST);
        AwardId last = new AwardId(recipient, LAST);
        return List.copyOf(byMailbox.subMap(first, true, last, true).values()).stream()
                .filter(InMemoryAwards::isLive);
    }

    private static boolean isLive(Award award) {
        return award.revocation().isEmpty() && award.readdressedTo().isEmpty();
    }

    private boolean isOf(AccountId owner, Award award) {
        return accounts.byEmail(award.id().recipient())
                .filter(account -> account.id().equals(owner))
                .isPresent();
    }

    private Award inPlaceOf(Award award) {
        return award.readdressedTo().flatMap(awards::find).map(this::inPlaceOf).orElse(award);
    }

    private void put(Award award, Optional<Notice> notice) {
        awards.put(award.id(), award);
        notices.write(notice.stream().toList());
    }

    private boolean change(Optional<Award> award, UnaryOperator<Award> how) {
        award.ifPresent(before -> awards.put(before.id(), how.apply(before)));
        return award.isPresent();
    }
}
