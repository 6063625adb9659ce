package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.Uuids;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sign-in as the host keeps it on its side, in its own session. It ends when the account's password, addresses or linked
 * identities change; the verb that changed them returns the session that goes on.
 *
 * @param account who signed in
 * @param epoch the account's epoch then
 * @param signedInAt when
 */
public record Session(AccountId account, long epoch, Instant signedInAt) {
    private static final Pattern TEXT = Pattern.compile("(" + Uuids.FORM + ")\\.(\\d{1,18})\\.(\\d{1,15})");

    public Session {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(signedInAt, "signedInAt");
    }

    /** The session of somebody who has just signed in to this account. */
    static Session of(Account account, Instant now) {
        return new Session(account.id(), account.epoch(), now);
    }

    /** The same sign-in after this change of the account. */
    Session after(Account changed) {
        return new Session(account, changed.epoch(), signedInAt);
    }

    /** The same sign-in after one more change of the account. */
    Session next() {
        return new Session(account, epoch + 1, signedInAt);
    }

    /** As text, for a session store that takes only text. Not signed: keep it where the client can't change it. */
    public String text() {
        return account + "." + epoch + "." + signedInAt.toEpochMilli();
    }

    /**
     * Reads {@link #text()} back.
     *
     * @throws InvalidValue for the field {@code session}
     */
    public static Session parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new InvalidValue("session", "session.format");
        }
        return new Session(
                AccountId.parse(parts.group(1)),
                Long.parseLong(parts.group(2)),
                Instant.ofEpochMilli(Long.parseLong(parts.group(3))));
    }
}
