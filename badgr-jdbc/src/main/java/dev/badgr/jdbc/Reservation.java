package dev.badgr.jdbc;

import dev.badgr.account.SignInRules;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.ClientKey;
import java.time.Instant;

/** An attempt to sign in that wants to be counted. */
record Reservation(RecipientKey recipient, ClientKey client, SignInRules rules, Instant now) {
    /** The client of the row that counts failures in a row from all clients. */
    static final String ALL_CLIENTS = "*";

    /** A count below the number that starts the back-off begins anew if it began no later than this. */
    Instant windowBegan() {
        return now.minus(rules.window());
    }

    /** A count that started the back-off begins anew if its latest failure was no later than this. */
    Instant quietSince() {
        return now.minus(rules.window()).minus(rules.longestBackOff());
    }
}
