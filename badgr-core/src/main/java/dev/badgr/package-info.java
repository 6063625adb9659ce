/**
 * badgr gives the people of a Java application badge accounts. This package is its verbs; a tour:
 *
 * <ol>
 *   <li>{@link dev.badgr.Badgr} is the one object that a host makes, with {@link dev.badgr.Badgr#builder()}: it takes what
 *       the host brings (a {@link dev.badgr.port.Storage}, a {@link dev.badgr.port.Mailer}, {@link dev.badgr.Secrets}, the
 *       {@link dev.badgr.Site}'s links, the Terms) and hands out the verbs.
 *   <li>{@link dev.badgr.SignUps}: an address is proven by a code, then the account is made. Nothing is anybody's before
 *       the proof.
 *   <li>{@link dev.badgr.SignIns} and {@link dev.badgr.Recoveries}: a sign-in gives a {@link dev.badgr.Session}, which the
 *       host keeps and hands to the verbs that change the account.
 *   <li>{@link dev.badgr.Accounts} and {@link dev.badgr.Emails}: password, social accounts, addresses. {@link dev.badgr.Moves}:
 *       an address goes to another account of its person. {@link dev.badgr.Merges}: two accounts become one.
 *   <li>{@link dev.badgr.Badges} and {@link dev.badgr.Awards}: the host defines badges and awards them to addresses.
 *   <li>{@link dev.badgr.Credentials}: awards as Open Badges that others can verify, for the issuers that the host is.
 *   <li>{@link dev.badgr.Imports}: badges that others issued, brought by their person; {@code dev.badgr.openbadges} is about what
 *       they say and how they are verified.
 *   <li>{@link dev.badgr.Backpacks}, {@link dev.badgr.Collections} and {@link dev.badgr.Sharing}: the person finds them, puts
 *       them together and shares them. An award is in a Backpack exactly while its address is verified on the account.
 *   <li>{@link dev.badgr.Consents} and {@link dev.badgr.Notices}: the Terms, the e-mail updates, and the mails that wait.
 *   <li>{@link dev.badgr.Exports} and {@link dev.badgr.Erasures}: the person takes everything along, and leaves.
 *   <li>{@link dev.badgr.Audit}, {@link dev.badgr.Administration} and {@link dev.badgr.Retention}: what happened, what the host's
 *       staff may do, and what is forgotten in time.
 * </ol>
 *
 * <p>What a person can do wrong is a {@link dev.badgr.Result}; exceptions are for misuse and broken infrastructure. Where a
 * parameter is not marked {@code @Nullable}, {@code null} is misuse and gets a {@link NullPointerException}; the fields of a
 * form may be {@code null} and are then refused like empty ones. Every public type is safe for use by many threads.
 */
@NullMarked
package dev.badgr;

import org.jspecify.annotations.NullMarked;
