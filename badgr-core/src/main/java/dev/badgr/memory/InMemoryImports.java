package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.email.RecipientKey;
import dev.badgr.openbadges.Picture;
import dev.badgr.port.Import;
import dev.badgr.port.ImportStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Badges from elsewhere, by mailbox and name. */
final class InMemoryImports implements ImportStore {
    private record Key(RecipientKey recipient, UUID credential) {
        static Key of(Import copy) {
            return new Key(copy.recipient(), copy.credential());
        }
    }

    private static final Comparator<Import> ORDER =
            Comparator.comparing((Import copy) -> copy.recipient().value()).thenComparing(Import::credential);

    private static final Layout<Key, Import> COPIES =
            Layout.grouped(Key::recipient, Comparator.comparing(Key::credential));

    private final InMemoryAccounts accounts;
    private final InMemoryBadges badges;
    private final InMemoryAwards awards;
    private final InMemoryAudit audit;
    private final Table<Key, Import> copies;

    InMemoryImports(Transaction in) {
        this.accounts = new InMemoryAccounts(in);
        this.badges = new InMemoryBadges(in);
        this.awards = new InMemoryAwards(in);
        this.audit = new InMemoryAudit(in);
        this.copies = in.table(COPIES);
    }

    @Override
    public Kept keep(Wanted wanted) {
        Optional<Import> stored = copies.find(Key.of(wanted.copy()));
        if (!isVerified(wanted.owner(), wanted.copy().recipient())) {
            return new Kept(Outcome.NOT_VERIFIED, Optional.empty());
        } else if (stored.isEmpty()) {
            return first(wanted);
        }
        int newer = wanted.copy().issuedOn().compareTo(stored.get().issuedOn());
        if (newer > 0) {
            return replace(stored.get(), wanted);
        }
        return newer == 0 ? again(stored.get(), wanted) : new Kept(Outcome.OLDER, award(stored.get()));
    }

    @Override
    public Optional<Import> of(AccountId owner, AwardId award) {
        return behind(award).filter(copy -> isVerified(owner, copy.recipient()));
    }

    @Override
    public List<Import> page(AccountId owner, Optional<Import> after, int max) {
        return accounts.byId(owner).stream()
                .flatMap(account -> account.emails().stream())
                .flatMap(email -> copies.of(email.recipient()))
                .filter(copy -> after.map(last -> ORDER.compare(copy, last) > 0).orElse(true))
                .sorted(ORDER)
                .limit(max)
                .toList();
    }

    @Override
    public Optional<Picture> picture(AwardId award) {
        return behind(award)
                .filter(copy -> award(copy).filter(Award::isLive).isPresent())
                .flatMap(Import::picture);
    }

    @Override
    public Optional<Import> claim(Instant now, Instant dueAgain) {
        Optional<Import> due = copies.all()
                .filter(copy -> due(copy).filter(at -> !at.isAfter(now)).isPresent())
                .min(Comparator.comparing(copy -> due(copy).orElse(Instant.MAX)))
                .map(copy -> copy.with(copy.checked().dueAt(dueAgain)));
        due.ifPresent(this::put);
        return due;
    }

    @Override
    public boolean found(Found found) {
        Optional<Import> stored = copies.find(Key.of(found.copy()))
                .filter(copy ->
                        copy.checked().revision() == found.copy().checked().revision());
        stored.ifPresent(copy -> {
            put(copy.with(found.checked().after(copy.checked())));
            award(copy).map(award -> judged(award, found)).ifPresent(awards::put);
        });
        return stored.isPresent();
    }

    /** All copies for a mailbox, and what became of their awards. */
    void forget(RecipientKey recipient) {
        copies.keysOf(recipient).forEach(copies::remove);
        awards.forgetElsewhere(recipient);
    }

    long count(Account account) {
        return account.emails().stream()
                .flatMap(email -> copies.of(email.recipient()))
                .count();
    }

    private Kept first(Wanted wanted) {
        if (copies.of(wanted.copy().recipient()).count() >= wanted.max()) {
            return new Kept(Outcome.TOO_MANY, Optional.empty());
        }
        return kept(Outcome.NEW, wanted, wanted.copy());
    }

    private Kept replace(Import stored, Wanted wanted) {
        award(stored)
                .filter(Award::isLive)
                .ifPresent(old -> awards.put(old.replacedBy(wanted.award().id())));
        Import copy = wanted.copy();
        return kept(Outcome.REPLACED, wanted, copy.with(copy.checked().after(stored.checked())));
    }

    private Kept kept(Outcome outcome, Wanted wanted, Import copy) {
        badges.define(wanted.badge());
        awards.put(wanted.award());
        put(copy);
        audit.append(wanted.owner(), wanted.record());
        return new Kept(outcome, Optional.of(wanted.award()));
    }

    private Kept again(Import stored, Wanted wanted) {
        Award award = award(stored).orElseThrow();
        Import.Checked checked = wanted.copy().checked();
        if (award.revocation().isPresent() && stored.checked().at().isAfter(checked.at())) {
            return new Kept(Outcome.REVOKED_SINCE, Optional.empty());
        }
        Award back = award.upheld().in(wanted.award().state(), wanted.award().refusal());
        awards.put(back);
        put(stored.with(checked.after(stored.checked())));
        return new Kept(Outcome.ALREADY_THERE, Optional.of(back));
    }

    private static Award judged(Award award, Found found) {
        if (found.good()) {
            return award.upheld();
        }
        return found.revocation()
                .filter(revocation -> award.isLive())
                .map(award::revoked)
                .orElse(award);
    }

    private Optional<Import> behind(AwardId award) {
        return copies.of(award.recipient())
                .filter(copy -> copy.award().equals(award))
                .findFirst();
    }

    private Optional<Award> award(Import copy) {
        return awards.byId(copy.award());
    }

    private static Optional<Instant> due(Import copy) {
        return copy.checked().next();
    }

    private boolean isVerified(AccountId owner, RecipientKey recipient) {
        return accounts.byId(owner)
                .filter(account -> account.hasVerified(recipient))
                .isPresent();
    }

    private void put(Import copy) {
        copies.put(Key.of(copy), copy);
    }
}
