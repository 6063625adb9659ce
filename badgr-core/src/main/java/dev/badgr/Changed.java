package dev.badgr;

import dev.badgr.account.Account;

/**
 * The account was changed, and all other sessions have ended.
 *
 * @param account as it is now
 * @param session the one that goes on: keep it in place of the old one
 */
public record Changed(Account account, Session session) {}
