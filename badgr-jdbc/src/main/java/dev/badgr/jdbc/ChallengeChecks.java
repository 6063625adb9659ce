package dev.badgr.jdbc;

import static dev.badgr.jdbc.Audited.CHALLENGE;
import static dev.badgr.jdbc.Audited.GUESS_COUNT;
import static dev.badgr.jdbc.Audited.SIGN_IN_COUNT;

import dev.badgr.email.Challenge;
import dev.badgr.email.CodeRules;
import dev.badgr.email.Purpose;
import java.util.List;

/** Whether attempts are within their bounds, and codes won as they may. */
final class ChallengeChecks {
    /** A host can set fewer, but not more. */
    private static final int ATTEMPTS = CodeRules.standard().attempts();

    private static final String WON = "t.state in ('PROVEN', 'SPENT')";

    static final List<AuditCheck> ALL = List.of(
            AuditCheck.of(
                    "challenge-attempts",
                    Invariant.ATTEMPTS_COUNTED,
                    CHALLENGE,
                    "t.attempts < 0 or (t.attempts > %d and not %s)".formatted(ATTEMPTS, WON),
                    "The challenge has a count of attempts that can't be."),
            AuditCheck.of(
                    "challenge-won-too-late",
                    Invariant.A_CODE_WINS_ONCE,
                    CHALLENGE,
                    "t.attempts > %d and %s".formatted(ATTEMPTS, WON),
                    "The code won after its attempts were used up."),
            AuditCheck.of(
                    "challenge-won-without-a-guess",
                    Invariant.A_CODE_WINS_ONCE,
                    CHALLENGE,
                    // A trusted issuer's word takes the place of a code.
                    "t.attempts = 0 and t.identity_issuer is null and " + WON,
                    "The challenge was proven without an attempt."),
            AuditCheck.of(
                    "challenge-for-nobody",
                    Invariant.NOTHING_BEFORE_PROOF,
                    CHALLENGE,
                    """
                    (t.purpose in ('ADD_EMAIL', 'MOVE', 'MERGE', 'ERASE') and t.account_id is null)
                        or (t.purpose = 'SIGN_UP' and t.account_id is not null)
                        or (t.purpose = 'RECOVERY' and t.account_id is null and t.state = 'SPENT')""",
                    "The challenge is bound to an account where there is none, or to none where there must be one."),
            AuditCheck.of(
                    "challenge-of-no-account",
                    Invariant.NOTHING_HALF_DONE,
                    CHALLENGE,
                    """
                    t.account_id is not null
                        and not exists (select 1 from badgr_account a where a.id = t.account_id)
                        and not exists (select 1 from badgr_merge m where m.gone = t.account_id)""",
                    "The challenge is of an account that is not there."),
            AuditCheck.of(
                    "challenge-unreadable",
                    Invariant.NOTHING_HALF_DONE,
                    CHALLENGE,
                    "%s or %s or t.expires_at <= t.created_at or (t.identity_issuer is null) <> (t.identity_subject is null)"
                            .formatted(
                                    AuditCheck.noneOf("t.state", Challenge.State.values()),
                                    AuditCheck.noneOf("t.purpose", Purpose.values())),
                    "The challenge is not one that badgr writes."),
            AuditCheck.of(
                    "guesses-miscounted",
                    Invariant.ATTEMPTS_COUNTED,
                    GUESS_COUNT,
                    "t.wrong < 1",
                    "Wrong guesses were counted to less than one."),
            AuditCheck.of(
                    "sign-ins-miscounted",
                    Invariant.ATTEMPTS_COUNTED,
                    SIGN_IN_COUNT,
                    "t.failures < 0",
                    "Failures to sign in were counted to less than none."));

    private ChallengeChecks() {}
}
