package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.port.MergeStore;
import java.util.Optional;

/** Merging in one transaction; of what is gone stays a row in a table. */
record JdbcMerges(Jdbc jdbc) implements MergeStore {
    private static final Sql BY_GONE = Sql.of("select * from badgr_merge where gone = :gone");

    @Override
    public Outcome merge(Wanted wanted) {
        return jdbc.atomically(new AccountMerge(wanted)::apply);
    }

    @Override
    public Optional<Tombstone> of(AccountId gone) {
        return jdbc.once(session -> session.one(BY_GONE, Params.with("gone", gone), AccountMerge::tombstone));
    }
}
