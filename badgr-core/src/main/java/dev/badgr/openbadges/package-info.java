/**
 * Open Badges 2.0 and 3.0 from the outside: what a badge says ({@link dev.badgr.openbadges.Credential}), what was found when it
 * was verified ({@link dev.badgr.openbadges.Report}), and how documents are fetched ({@link dev.badgr.openbadges.Fetcher}).
 *
 * <p>{@link dev.badgr.openbadges.verify.Verifier} reads and verifies; {@code dev.badgr.openbadges.issue} writes and signs; {@code
 * dev.badgr.openbadges.image} puts a badge into a picture and takes it out. Nothing here stores, and nothing keeps state between
 * two calls.
 */
@NullMarked
package dev.badgr.openbadges;

import org.jspecify.annotations.NullMarked;
