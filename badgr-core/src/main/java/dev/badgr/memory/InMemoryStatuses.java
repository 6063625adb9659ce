package dev.badgr.memory;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.IssuerId;
import dev.badgr.award.StatusSlot;
import dev.badgr.award.Withdrawal;
import dev.badgr.port.StatusStore;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What issuers took back, and where the statuses of their awards stand. */
final class InMemoryStatuses implements StatusStore {
    private record Taken(IssuerId issuer, AwardId award) {}

    private record Place(IssuerId issuer, StatusSlot slot) {}

    private static final Comparator<Taken> BY_ISSUER =
            Comparator.comparing((Taken taken) -> taken.issuer().value()).thenComparing(Taken::award);
    private static final Comparator<Place> BY_LIST = Comparator.comparing(
                    (Place place) -> place.issuer().value())
            .thenComparing(place -> place.slot().list())
            .thenComparing(place -> place.slot().index());

    private final Journal journal;
    private final NavigableMap<Taken, Withdrawal> byIssuer = new TreeMap<>(BY_ISSUER);
    private final Table<Taken, Withdrawal> withdrawn;
    private final NavigableMap<Place, AwardId> byList = new TreeMap<>(BY_LIST);
    private final Table<Place, AwardId> slots;

    InMemoryStatuses(Journal journal) {
        this.journal = journal;
        this.withdrawn = new Table<>(journal, byIssuer);
        this.slots = new Table<>(journal, byList);
    }

    /** Of an award that counts no more. */
    void withdraw(Award award) {
        withdrawn.put(new Taken(award.badge().issuer(), award.id()), Withdrawal.of(award));
    }

    /** Of an award that counts again. */
    void restore(Award award) {
        withdrawn.remove(new Taken(award.badge().issuer(), award.id()));
    }

    @Override
    public StatusSlot slot(AwardId award, IssuerId issuer) {
        return journal.atomically(() -> {
            StatusSlot slot = IntStream.range(0, StatusSlot.TIERS)
                    .boxed()
                    .flatMap(tier -> StatusSlot.candidates(award, tier).stream())
                    .filter(candidate -> slots.find(new Place(issuer, candidate))
                            .map(award::equals)
                            .orElse(true))
                    .findFirst()
                    .orElseThrow(StatusSlot::allTaken);
            slots.keepFirst(new Place(issuer, slot), award);
            return slot;
        });
    }

    @Override
    public List<Withdrawal> withdrawn(IssuerId issuer, Optional<AwardId> after, int max) {
        return journal.atomically(() -> byIssuer.entrySet().stream()
                .filter(entry -> entry.getKey().issuer().equals(issuer))
                .map(entry -> entry.getValue())
                .filter(one -> after.isEmpty() || one.award().compareTo(after.get()) > 0)
                .limit(max)
                .toList());
    }

    @Override
    public Optional<List<Integer>> withdrawnIn(IssuerId issuer, int list) {
        return journal.atomically(() -> {
            NavigableMap<Place, AwardId> places = byList.subMap(
                    new Place(issuer, new StatusSlot(list, 0)),
                    true,
                    new Place(issuer, new StatusSlot(list, StatusSlot.LIST_SIZE - 1)),
                    true);
            return places.isEmpty()
                    ? Optional.empty()
                    : Optional.of(places.entrySet().stream()
                            .filter(place -> withdrawn.has(new Taken(issuer, place.getValue())))
                            .map(place -> place.getKey().slot().index())
                            .toList());
        });
    }
}
