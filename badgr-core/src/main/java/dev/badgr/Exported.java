package dev.badgr;

import java.time.Instant;

/**
 * The document is complete.
 *
 * @param at when it was begun; the account's own data are as of then
 * @param badges how many awards are in it
 */
public record Exported(Instant at, long badges) {}
