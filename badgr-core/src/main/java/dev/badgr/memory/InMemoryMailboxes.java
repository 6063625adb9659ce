package dev.badgr.memory;

import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.MailboxStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Added spellings, and the mailboxes that want no mails about awards. */
final class InMemoryMailboxes implements MailboxStore {
    private static final int LATEST_AWARDS = 1000;

    private static final Layout<RecipientKey, Instant> MUTED = Layout.single();

    private final InMemoryAccounts accounts;
    private final InMemoryAwards awards;
    private final Spellings spellings;
    private final Table<RecipientKey, Instant> muted;

    InMemoryMailboxes(Transaction in) {
        this.accounts = new InMemoryAccounts(in);
        this.awards = new InMemoryAwards(in);
        this.spellings = new Spellings(in);
        this.muted = in.table(MUTED);
    }

    @Override
    public List<EmailAddress> spellings(AccountId owner, RecipientKey recipient) {
        return own(owner, recipient).stream().flatMap(this::known).distinct().toList();
    }

    @Override
    public Addition addSpelling(AccountId owner, RecipientKey recipient, EmailAddress spelling, int max) {
        List<EmailAddress> added = spellings.of(recipient);
        if (own(owner, recipient).isEmpty()) {
            return Addition.NOT_VERIFIED;
        } else if (added.contains(spelling)) {
            return Addition.ADDED;
        } else if (added.size() >= max) {
            return Addition.TOO_MANY;
        }
        spellings.add(recipient, spelling);
        return Addition.ADDED;
    }

    @Override
    public boolean removeSpelling(AccountId owner, RecipientKey recipient, EmailAddress spelling) {
        boolean its =
                own(owner, recipient).isPresent() && spellings.of(recipient).contains(spelling);
        if (its) {
            spellings.remove(recipient, spelling);
        }
        return its;
    }

    @Override
    public boolean isMuted(RecipientKey recipient) {
        return muted.has(recipient);
    }

    @Override
    public void mute(RecipientKey recipient, Instant now) {
        muted.keepFirst(recipient, now);
    }

    @Override
    public boolean choose(AccountId owner, RecipientKey recipient, boolean wanted, Instant now) {
        boolean its = own(owner, recipient).isPresent();
        if (its && wanted) {
            muted.remove(recipient);
        } else if (its) {
            mute(recipient, now);
        }
        return its;
    }

    private Optional<VerifiedEmail> own(AccountId owner, RecipientKey recipient) {
        return accounts.byId(owner).flatMap(account -> account.email(recipient));
    }

    private Stream<EmailAddress> known(VerifiedEmail email) {
        Stream<EmailAddress> awarded = awards.liveTo(email.recipient(), Optional.empty())
                .limit(LATEST_AWARDS)
                .map(Award::address);
        Stream<EmailAddress> own = Stream.concat(Stream.of(email.address()), spellings.of(email.recipient()).stream());
        return Stream.concat(own, awarded);
    }
}
