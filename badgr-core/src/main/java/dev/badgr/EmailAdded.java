package dev.badgr;

import dev.badgr.email.EmailAddress;

/**
 * The address is the account's now, all other sessions have ended, and the badges that waited for it are in the Backpack.
 *
 * @param email what was added
 * @param session the one that goes on: keep it in place of the old one
 */
public record EmailAdded(EmailAddress email, Session session) {}
