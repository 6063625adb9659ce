package dev.badgr;

import java.time.Instant;
import java.util.UUID;

/**
 * The account is gone; end the person's session.
 *
 * @param receipt by which {@link Erasures#formerConsents} finds what the account had agreed to; nothing else leads there, and
 *     nothing leads from there to the person. It is in the last mail too
 * @param at when
 */
public record Erased(UUID receipt, Instant at) {}
