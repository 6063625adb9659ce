package dev.badgr.memory;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.IssuerId;
import dev.badgr.award.StatusSlot;
import dev.badgr.award.Withdrawal;
import dev.badgr.port.StatusStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What issuers took back, and where the statuses of their awards stand. */
final class InMemoryStatuses implements StatusStore {
    private record Taken(IssuerId issuer, AwardId award) {}

    private record Lists(IssuerId issuer, int list) {}

    private record Place(IssuerId issuer, StatusSlot slot) {
        Lists list() {
            return new Lists(issuer, slot.list());
        }
    }

    private static final Layout<Taken, Withdrawal> WITHDRAWN =
            Layout.grouped(Taken::issuer, Comparator.comparing(Taken::award));
    private static final Layout<Place, AwardId> SLOTS = Layout.grouped(
            Place::list, Comparator.comparing(place -> place.slot().index()));

    private final Table<Taken, Withdrawal> withdrawn;
    private final Table<Place, AwardId> slots;

    InMemoryStatuses(Transaction in) {
        this.withdrawn = in.table(WITHDRAWN);
        this.slots = in.table(SLOTS);
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
    }

    @Override
    public List<Withdrawal> withdrawn(IssuerId issuer, Optional<AwardId> after, int max) {
        return after.map(award -> withdrawn.after(issuer, new Taken(issuer, award)))
                .orElseGet(() -> withdrawn.of(issuer))
                .limit(max)
                .toList();
    }

    @Override
    public Optional<List<Integer>> withdrawnIn(IssuerId issuer, int list) {
        List<Place> places = slots.keysOf(new Lists(issuer, list)).toList();
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(places.stream()
                        .filter(place -> slots.find(place)
                                .filter(award -> withdrawn.has(new Taken(issuer, award)))
                                .isPresent())
                        .map(place -> place.slot().index())
                        .toList());
    }
}
