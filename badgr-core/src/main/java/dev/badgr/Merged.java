package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;

/**
 * Two accounts are one, and all other sessions of either have ended.
 *
 * @param account the one that stays, as it is now
 * @param session the one that goes on: keep it in place of the old one
 * @param gone the account that is no more: put {@code account} in its place wherever you keep it
 */
public record Merged(Account account, Session session, AccountId gone) {}
