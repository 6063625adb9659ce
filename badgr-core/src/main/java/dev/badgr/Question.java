package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to be proven, and by which mail.
 *
 * @param decoy whether no code will be right, because the address can't be used for this: the asker sees no difference,
 *     the mailbox gets the mail that says so
 * @param language of the mail; that of the client if it is empty
 * @param other the account that is to be merged into that one
 */
record Question(
        Purpose purpose,
        EmailAddress address,
        Optional<AccountId> account,
        Optional<ExternalIdentity> identity,
        boolean decoy,
        Optional<Locale> language,
        Optional<AccountId> other) {
    /** In the language of whoever asks. */
    Question(
            Purpose purpose,
            EmailAddress address,
            Optional<AccountId> account,
            Optional<ExternalIdentity> identity,
            boolean decoy) {
        this(purpose, address, account, identity, decoy, Optional.empty(), Optional.empty());
    }

    /** In the language of the one who reads the mail, if it is known who that is. */
    Question readBy(Optional<Account> reader) {
        Optional<Locale> its = reader.map(known -> known.preferences().language());
        return new Question(purpose, address, account, identity, decoy, its, other);
    }

    /** About merging this account. */
    Question merging(Optional<AccountId> gone) {
        return new Question(purpose, address, account, identity, decoy, language, gone);
    }
}
