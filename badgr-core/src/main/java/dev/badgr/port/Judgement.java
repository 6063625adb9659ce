package dev.badgr.port;

import dev.badgr.email.Challenge;
import java.util.Optional;

/**
 * What became of a guess.
 *
 * @param verdict the verdict
 * @param challenge the challenge after it; empty if there is none such
 */
public record Judgement(Challenge.Verdict verdict, Optional<BoundChallenge> challenge) {}
