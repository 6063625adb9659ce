/**
 * Addresses and how one is proven: {@link dev.badgr.email.EmailAddress} as typed, {@link dev.badgr.email.EmailKey} for
 * identity, {@link dev.badgr.email.Challenge} and {@link dev.badgr.email.VerificationCode} for the proof.
 */
@NullMarked
package dev.badgr.email;

import org.jspecify.annotations.NullMarked;
