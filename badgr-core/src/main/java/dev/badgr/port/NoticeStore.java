package dev.badgr.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Mails that wait to be delivered. */
public interface NoticeStore {
    /** Stores notices; one whose mailbox and id are stored already is left as it is. */
    void write(List<Notice> notices);

    /**
     * Claims notices that are due: counts an attempt and makes each due again at {@code leaseUntil}, so that no other caller
     * claims it before, and a caller that dies loses nothing.
     *
     * @return at most so many, the longest due first, as they are after the claim
     */
    List<Notice> claim(Instant now, Instant leaseUntil, int max);

    /** Forgets a notice that was delivered. */
    void delivered(Notice notice);

    /**
     * Puts off a notice that was not delivered.
     *
     * @param retryAt empty to give it up: it stays among the undelivered
     * @param error why, at most 500 characters; no secret
     */
    void failed(Notice notice, Optional<Instant> retryAt, String error);

    /**
     * Notices not delivered although they were due by now, or were tried: oldest first; at most so many. One that is written
     * for a later time is none of them until then.
     */
    List<Notice> undelivered(Instant now, int max);
}
