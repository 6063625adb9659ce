package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.AddressMove;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.Announcement;
import dev.badgr.port.MoveStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The latest move of each mailbox. */
final class InMemoryMoves implements MoveStore {
    private static final int MAX = 100;
    private static final Comparator<AddressMove> PENDING_FIRST = Comparator.comparing(AddressMove::isPending)
            .thenComparing(AddressMove::askedAt)
            .reversed();

    private static final Layout<RecipientKey, AddressMove> MOVES = Layout.single();

    private final InMemoryAccounts accounts;
    private final InMemoryNotices notices;
    private final InMemoryAudit audit;
    private final Table<RecipientKey, AddressMove> moves;

    InMemoryMoves(Transaction in) {
        this.accounts = new InMemoryAccounts(in);
        this.notices = new InMemoryNotices(in);
        this.audit = new InMemoryAudit(in);
        this.moves = in.table(MOVES);
    }

    @Override
    public Asking ask(AddressMove move, Account by, int maxEmails, Announcement announcement) {
        if (!accounts.isCurrent(by)) {
            return Asking.ACCOUNT_CHANGED;
        }
        Optional<Account> giver = accounts.byId(move.from());
        Optional<AddressMove.Lapse> obstacle = move.obstacle(giver, accounts.byId(move.to()), maxEmails);
        if (obstacle.isPresent()) {
            return Asking.insteadOf(obstacle.get());
        } else if (moves.find(move.recipient()).filter(move::waitsFor).isPresent()) {
            return Asking.ASKED_BEFORE;
        }
        moves.put(move.recipient(), move);
        giver.ifPresent(account -> notices.announce(announcement, account));
        keep(move, announcement);
        return Asking.ASKED;
    }

    /** Forgets the moves from and to an account that is no more. */
    void forget(AccountId account) {
        moves.prune(move -> move.from().equals(account) || move.to().equals(account), Integer.MAX_VALUE);
    }

    /** Removes at most so many that are decided and were due then or before. */
    int prune(Instant dueBy, int max) {
        return moves.prune(move -> !move.isPending() && !move.dueAt().isAfter(dueBy), max);
    }

    /** Forgets the move of a mailbox. */
    void forget(RecipientKey mailbox) {
        moves.remove(mailbox);
    }

    @Override
    public List<AddressMove> of(AccountId account) {
        return moves.all()
                .filter(move -> move.from().equals(account) || move.to().equals(account))
                .sorted(PENDING_FIRST)
                .limit(MAX)
                .toList();
    }

    @Override
    public List<AddressMove> due(Instant now, int max) {
        return moves.all()
                .filter(move -> move.isPending() && move.isDueAt(now))
                .sorted(Comparator.comparing(AddressMove::dueAt))
                .limit(max)
                .toList();
    }

    @Override
    public boolean end(AddressMove ended, Account by, Announcement announcement) {
        boolean ends = isPending(ended) && accounts.isCurrent(by);
        if (ends) {
            moves.put(ended.recipient(), ended);
            announce(ended, announcement);
        }
        return ends;
    }

    @Override
    public Optional<AddressMove> carryOut(AddressMove move, Optional<Account> by, int maxEmails, Telling telling) {
        if (!isPending(move) || !by.map(accounts::isCurrent).orElse(true)) {
            return Optional.empty();
        }
        Optional<Account> giver = accounts.byId(move.from());
        Optional<Account> taker = accounts.byId(move.to());
        AddressMove after = move.decided(giver, taker, maxEmails);
        moves.put(move.recipient(), after);
        if (after.state() == AddressMove.State.MOVED) {
            Account from = giver.orElseThrow();
            accounts.move(from, move.takenFrom(from), move.givenTo(taker.orElseThrow()), telling);
        } else {
            announce(after, telling.ended());
        }
        return Optional.of(after);
    }

    private boolean isPending(AddressMove move) {
        return moves.find(move.recipient())
                .filter(stored -> stored.id().equals(move.id()) && stored.isPending())
                .isPresent();
    }

    private void announce(AddressMove move, Announcement announcement) {
        accounts.byId(move.from()).ifPresent(account -> notices.announce(announcement, account));
        accounts.byId(move.to()).ifPresent(account -> notices.announce(announcement, account));
        keep(move, announcement);
    }

    private void keep(AddressMove move, Announcement announcement) {
        Stream.of(move.from(), move.to())
                .filter(id -> accounts.byId(id).isPresent())
                .forEach(id -> audit.append(id, announcement.record()));
    }
}
