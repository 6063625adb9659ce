package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.port.BulkStore;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Slices of awards, and the queue of those that are to be announced. */
final class InMemoryBulk implements BulkStore {
    private static final int SLICE = 1_000;

    /** In the order of the mailboxes, which is as good as any. */
    private static final Layout<AwardId, AwardId> UNANNOUNCED =
            Layout.grouped(AwardId::recipient, Comparator.naturalOrder());

    private final InMemoryAwards awards;
    private final Table<AwardId, AwardId> unannounced;

    InMemoryBulk(Transaction in) {
        this.awards = new InMemoryAwards(in);
        this.unannounced = in.table(UNANNOUNCED);
    }

    @Override
    public int slice() {
        return SLICE;
    }

    @Override
    public BitSet award(List<Award> slice, Optional<Announcing> announcing) {
        BitSet added = new BitSet();
        IntStream.range(0, slice.size()).filter(i -> add(slice.get(i))).forEach(added::set);
        if (announcing.isPresent()) {
            added.stream().mapToObj(i -> slice.get(i).id()).forEach(id -> unannounced.put(id, id));
        }
        return added;
    }

    @Override
    public Taken takeUnannounced(int max) {
        List<AwardId> taken = unannounced.keys().limit(max).toList();
        taken.forEach(unannounced::remove);
        return new Taken(
                taken.size(),
                taken.stream()
                        .flatMap(id -> awards.byId(id).stream())
                        .filter(Award::isLive)
                        .toList());
    }

    @Override
    public List<Revoked> revoke(List<Revoking> wanted) {
        return wanted.stream().map(this::revoke).toList();
    }

    private boolean add(Award award) {
        return awards.award(award, List.of()).orElseThrow().isNew();
    }

    private Revoked revoke(Revoking wanted) {
        boolean now = awards.revoke(wanted.award(), wanted.revocation());
        return new Revoked(awards.byId(wanted.award()), now);
    }

    void forget(Account account) {
        account.emails().stream()
                .flatMap(email -> unannounced.keysOf(email.recipient()).toList().stream())
                .forEach(unannounced::remove);
    }
}
