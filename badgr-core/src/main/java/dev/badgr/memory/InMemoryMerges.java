package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.email.Purpose;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.MergeStore;
import java.util.Optional;

/** What stays of accounts that were merged into others. */
final class InMemoryMerges implements MergeStore {
    private static final Layout<AccountId, Tombstone> TOMBSTONES = Layout.single();

    private final Proofs proofs;
    private final InMemoryAccounts accounts;
    private final InMemorySignIns signIns;
    private final InMemoryConsents consents;
    private final InMemoryCollections collections;
    private final InMemoryShares shares;
    private final InMemoryAudit audit;
    private final InMemoryMoves moves;
    private final Table<AccountId, Tombstone> tombstones;

    InMemoryMerges(Transaction in) {
        this.proofs = new Proofs(in);
        this.accounts = new InMemoryAccounts(in);
        this.signIns = new InMemorySignIns(in);
        this.consents = new InMemoryConsents(in);
        this.collections = new InMemoryCollections(in);
        this.shares = new InMemoryShares(in);
        this.audit = new InMemoryAudit(in);
        this.moves = new InMemoryMoves(in);
        this.tombstones = in.table(TOMBSTONES);
    }

    @Override
    public Outcome merge(Wanted wanted) {
        return proofs.usable(wanted.proof(), Purpose.MERGE, wanted.provenSince())
                .filter(proof -> proof.account().equals(Optional.of(wanted.survivor())))
                .map(proof -> merge(wanted, proof))
                .orElseGet(() -> before(wanted));
    }

    @Override
    public Optional<Tombstone> of(AccountId gone) {
        return tombstones.find(gone);
    }

    /** Forgets what was merged into an account that is no more. */
    void forget(AccountId survivor) {
        tombstones.prune(stone -> stone.survivor().equals(survivor), Integer.MAX_VALUE);
    }

    private Outcome merge(Wanted wanted, BoundChallenge proof) {
        Optional<Account> survivor = accounts.at(wanted.survivor(), wanted.epoch());
        Optional<Account> gone = proof.other()
                .flatMap(accounts::byId)
                .filter(other -> other.isOpenTo(proof.challenge().recipient()));
        if (survivor.isEmpty()) {
            return Outcome.not(Merging.STALE);
        } else if (gone.isEmpty()) {
            return Outcome.not(Merging.PROOF_GONE);
        }
        Account together = survivor.get().takingIn(gone.get());
        if (together.emails().size() > wanted.maxEmails()) {
            return Outcome.not(Merging.TOO_MANY_EMAILS);
        }
        proofs.spend(proof);
        accounts.merge(gone.get(), together, wanted.announcement());
        return Outcome.merged(moved(wanted, gone.get(), together));
    }

    private Tombstone moved(Wanted wanted, Account gone, Account together) {
        signIns.forgive(gone.id());
        moves.forget(gone.id());
        consents.give(gone.id(), together.id(), wanted.announcement().now());
        collections.give(gone.id(), together.id());
        shares.give(gone.id(), together.id());
        audit.give(gone.id(), together.id());
        audit.append(together.id(), wanted.announcement().record());
        Tombstone stone = new Tombstone(
                gone.id(),
                together.id(),
                wanted.proof(),
                wanted.epoch(),
                together.epoch(),
                wanted.announcement().now());
        tombstones.put(gone.id(), stone);
        return stone;
    }

    private Outcome before(Wanted wanted) {
        return tombstones
                .all()
                .filter(stone -> stone.proof().equals(wanted.proof()))
                .filter(stone -> stone.survivor().equals(wanted.survivor()))
                .findFirst()
                .map(Outcome::before)
                .orElse(Outcome.not(Merging.PROOF_GONE));
    }
}
