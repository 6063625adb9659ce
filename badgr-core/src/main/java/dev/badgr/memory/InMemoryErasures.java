package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.port.ErasureStore;
import dev.badgr.terms.TermsConsent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes an account out of each of the other stores; what is kept is kept here. */
final class InMemoryErasures implements ErasureStore {
    /** A consent that is kept, named by its receipt and its place under it. */
    private record Key(UUID receipt, int place) {}

    private record Former(Instant erasedAt, TermsConsent consent) {}

    private static final Layout<Key, Former> FORMER = Layout.grouped(Key::receipt, Comparator.comparing(Key::place));

    private final InMemoryAccounts accounts;
    private final Proofs proofs;
    private final SendLogs sent;
    private final InMemorySignIns signIns;
    private final InMemoryConsents consents;
    private final InMemoryAwards awards;
    private final InMemoryImports imports;
    private final InMemoryCollections collections;
    private final InMemoryShares shares;
    private final InMemoryNotices notices;
    private final InMemoryBulk bulk;
    private final InMemoryAudit audit;
    private final InMemoryMoves moves;
    private final InMemoryMerges merges;
    private final Table<Key, Former> former;

    InMemoryErasures(Transaction in) {
        this.accounts = new InMemoryAccounts(in);
        this.proofs = new Proofs(in);
        this.sent = new SendLogs(in);
        this.signIns = new InMemorySignIns(in);
        this.consents = new InMemoryConsents(in);
        this.awards = new InMemoryAwards(in);
        this.imports = new InMemoryImports(in);
        this.collections = new InMemoryCollections(in);
        this.shares = new InMemoryShares(in);
        this.notices = new InMemoryNotices(in);
        this.bulk = new InMemoryBulk(in);
        this.audit = new InMemoryAudit(in);
        this.moves = new InMemoryMoves(in);
        this.merges = new InMemoryMerges(in);
        this.former = in.table(FORMER);
    }

    @Override
    public Holdings holdings(AccountId id) {
        return accounts.byId(id).map(this::holdings).orElseGet(() -> new Holdings(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Override
    public boolean erase(Erasing erasing) {
        Account account = erasing.account();
        if (!accounts.remove(account)) {
            return false;
        }
        keep(erasing);
        consents.forget(account.id());
        collections.forget(account.id());
        shares.forget(account.id());
        moves.forget(account.id());
        account.emails().forEach(email -> moves.forget(email.recipient()));
        account.emails().forEach(email -> imports.forget(email.recipient()));
        merges.forget(account.id());
        signIns.forgive(account.id());
        proofs.forget(account);
        erasing.buckets().forEach(sent::forget);
        bulk.forget(account);
        notices.forget(account);
        audit.forget(account.id());
        notices.announce(erasing.announcement(), account);
        return true;
    }

    @Override
    public List<TermsConsent> formerConsents(UUID receipt) {
        return former.of(receipt).map(Former::consent).toList();
    }

    /** Removes at most so many that were erased then or before. */
    int prune(Instant erasedBy, int max) {
        return former.prune(one -> !one.erasedAt().isAfter(erasedBy), max);
    }

    private Holdings holdings(Account account) {
        AccountId id = account.id();
        return new Holdings(
                account.emails().stream()
                        .flatMap(email -> awards.allTo(email.recipient()))
                        .filter(award -> !award.badge().issuer().isElsewhere())
                        .count(),
                imports.count(account),
                shares.count(id),
                collections.count(id),
                consents.agreed(id).size(),
                consents.marketing(id).size(),
                proofs.count(account),
                notices.count(account),
                audit.count(id));
    }

    private void keep(Erasing erasing) {
        Instant now = erasing.announcement().now();
        List<TermsConsent> agreed = consents.agreed(erasing.account().id());
        for (int i = 0; i < agreed.size(); i++) {
            TermsConsent c = agreed.get(i);
            TermsConsent bare =
                    new TermsConsent(c.version(), c.sha256(), c.agreedAt(), c.locale(), c.wayIn(), Optional.empty());
            former.put(new Key(erasing.receipt(), i), new Former(now, bare));
        }
    }
}
