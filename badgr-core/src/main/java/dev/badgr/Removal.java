package dev.badgr;

import dev.badgr.email.VerifiedEmail;

/**
 * What removing an address would mean.
 *
 * @param email the address
 * @param badgesLeaving how many badges would leave the Backpack with it, hidden and offered ones too; they come back when the address is verified again
 */
public record Removal(VerifiedEmail email, long badgesLeaving) {}
