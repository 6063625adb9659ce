package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.AddressMove;
import dev.badgr.port.Announcement;
import dev.badgr.port.MoveStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Moves in a table; those that write do it in a transaction that holds both accounts. */
record JdbcMoves(Jdbc jdbc) implements MoveStore {
    private static final Sql OF = Sql.of("""
            select * from badgr_address_move where from_account = :account or to_account = :account
            order by case when state = 'PENDING' then 0 else 1 end, asked_at desc, id limit 100
            """);
    private static final Sql DUE = Sql.of("""
            select * from badgr_address_move where state = 'PENDING' and due_at <= :now order by due_at, id limit :rows
            """);

    @Override
    public Asking ask(AddressMove move, Account by, int maxEmails, Announcement announcement) {
        return jdbc.atomically(session -> Moving.hold(session, move).ask(by, maxEmails, announcement));
    }

    @Override
    public List<AddressMove> of(AccountId account) {
        return jdbc.once(session -> session.list(OF, Params.with("account", account), MoveRows::read));
    }

    @Override
    public List<AddressMove> due(Instant now, int max) {
        Params params = Params.with("now", now).and("rows", max);
        return jdbc.once(session -> session.list(DUE, params, MoveRows::read));
    }

    @Override
    public boolean end(AddressMove ended, Account by, Announcement announcement) {
        return jdbc.atomically(session -> Moving.hold(session, ended).end(by, announcement));
    }

    @Override
    public Optional<AddressMove> carryOut(AddressMove move, Optional<Account> by, int maxEmails, Telling telling) {
        return jdbc.atomically(session -> Moving.hold(session, move).carryOut(by, maxEmails, telling));
    }
}
