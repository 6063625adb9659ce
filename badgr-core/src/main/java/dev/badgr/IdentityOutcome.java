package dev.badgr;

/**
 * What a social sign-in leads to: {@link SignedIn} if the social account is linked to an account; else, on the way to a new
 * account, {@link EmailProven} if the issuer's word about the address counts, or {@link CodeSent} if it does not.
 */
public sealed interface IdentityOutcome permits SignedIn, EmailProven, CodeSent {}
