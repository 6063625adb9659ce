package dev.badgr.port;

import dev.badgr.account.AccountId;
import java.util.List;

/**
 * What happened to accounts. Records are only ever appended, most of them by the call that does what they tell of: see
 * {@link AccountStore#create}, {@link AccountStore#replace}, {@link ChallengeStore#judgeEmail} and {@link SignInStore}. They go
 * with their account by {@link ErasureStore#erase}, and in time by {@link RetentionStore#prune}.
 */
public interface AuditStore {
    /**
     * Appends a record, if there is such an account at this moment or, under the name that {@link SignInStore.Attempt#subject}
     * gives it, a mailbox without one whose failures are counted: an erased account gets no more. If there is one of that time
     * and id already, that one stays.
     */
    void append(AccountId account, AuditRecord record);

    /**
     * An account's records, newest first; those of one moment in an order that stays.
     *
     * @return at most {@code query.limit() + 1} of them, so that the caller sees whether more follow
     */
    List<AuditRecord> page(AccountId account, AuditQuery query);
}
