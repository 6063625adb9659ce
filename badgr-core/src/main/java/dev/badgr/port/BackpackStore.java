package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.RecipientKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The view of awards by account. Each call sees one moment. */
public interface BackpackStore {
    /**
     * The awards whose address is verified on this account, that are neither revoked nor readdressed, and that the query
     * asks for: newest first by award id, at most {@code query.limit() + 1} of them, so that the caller sees whether more
     * follow. Awards in the state WAITING are among them whatever state is asked for: the caller has them decided.
     */
    List<BackpackEntry> page(AccountId owner, BackpackQuery query);

    /**
     * Every award to an address that is verified on this account, whatever became of it: revoked, readdressed and refused ones
     * too. Newest first by award id.
     *
     * @param after the last award of the page before
     * @param max at most so many
     */
    List<BackpackEntry> everything(AccountId owner, Optional<AwardId> after, int max);

    /**
     * Of what the Backpack shows, what expires after one instant and not after another, and was not issued again: the first
     * to expire first, at most so many.
     */
    List<BackpackEntry> expiring(AccountId owner, Instant after, Instant until, int max);

    /** How many awards to this mailbox this account's Backpack shows, hides or offers; 0 if it is not verified on the account. */
    long count(AccountId owner, RecipientKey recipient);
}
