package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.Page;

/**
 * The account exists.
 *
 * @param account the new account
 * @param session she is signed in
 * @param backpack the first page of her Backpack: what was awarded to the address before is there already
 */
public record Welcome(Account account, Session session, Page<BackpackEntry> backpack) {}
