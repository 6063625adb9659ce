package dev.badgr.port;

import dev.badgr.email.RecipientKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The recipient keys that mailboxes had under secrets that the installation was moved away from: ids of awards that were handed out
 * with them go on to lead to the awards. Only moving an installation changes it, so it stands still while badgr runs.
 */
public interface FormerKeyStore {
    /**
     * A mailbox's key from before, and the one that it has now.
     *
     * @param former the one before
     * @param current the one now
     */
    record FormerKey(RecipientKey former, RecipientKey current) {}

    /** The key that a mailbox has now, if it had this one before. */
    Optional<RecipientKey> successor(RecipientKey former);

    /**
     * The keys that mailboxes had before, in no order; one may have had several.
     *
     * @param current at most 1,000 keys
     */
    List<FormerKey> before(Set<RecipientKey> current);

    /** Of an installation that was never moved. */
    static FormerKeyStore none() {
        return new FormerKeyStore() {
            @Override
            public Optional<RecipientKey> successor(RecipientKey former) {
                return Optional.empty();
            }

            @Override
            public List<FormerKey> before(Set<RecipientKey> current) {
                return List.of();
            }
        };
    }
}
