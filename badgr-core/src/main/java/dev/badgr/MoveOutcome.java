package dev.badgr;

/**
 * What became of a move that was to be carried out: in the state MOVED, the address is where it was wanted and all other
 * sessions of both accounts have ended; in the state LAPSED, its reason stands against it and it stays where it was.
 *
 * @param move as it is now
 * @param session the one that goes on: keep it in place of the old one
 */
public record MoveOutcome(AskedMove move, Session session) {}
