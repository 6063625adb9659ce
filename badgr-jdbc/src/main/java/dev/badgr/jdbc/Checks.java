package dev.badgr.jdbc;

import dev.badgr.email.HmacKey;
import dev.badgr.email.RecipientKey;
import java.util.List;
import java.util.stream.Stream;

/** All that {@link Auditor} looks at. A new table adds its lines here, or in the list that it is nearest to. */
final class Checks {
    static final List<AuditCheck> ALL = Stream.of(
                    AccountChecks.ALL,
                    MergeChecks.ALL,
                    MoveChecks.ALL,
                    ConsentChecks.ALL,
                    ChallengeChecks.ALL,
                    AwardChecks.ALL,
                    WithdrawalChecks.ALL,
                    ImportChecks.ALL,
                    CollectionChecks.ALL)
            .flatMap(List::stream)
            .toList();

    private Checks() {}

    /** What takes the secret that recipient keys are made with: whether each address is under its own. */
    static List<AuditCheck> keys(HmacKey secret) {
        return List.of(
                keys("address-under-a-wrong-key", Invariant.ONE_ACCOUNT_FOR_AN_ADDRESS, Audited.EMAIL, secret),
                keys("move-under-a-wrong-key", Invariant.ONE_ACCOUNT_FOR_AN_ADDRESS, Audited.MOVE, secret),
                keys("award-under-a-wrong-key", Invariant.ONLY_VERIFIED_BADGES, Audited.AWARD, secret),
                keys("challenge-under-a-wrong-key", Invariant.NOTHING_BEFORE_PROOF, Audited.CHALLENGE, secret),
                keys("notice-under-a-wrong-key", Invariant.NOTHING_LOST, Audited.NOTICE, secret),
                keys("spelling-under-a-wrong-key", Invariant.NOTHING_HALF_DONE, Audited.SPELLING, "spelling", secret),
                keys("mute-under-a-wrong-key", Invariant.NOTHING_LOST, Audited.MUTE, secret));
    }

    private static AuditCheck keys(String name, Invariant invariant, Audited table, HmacKey secret) {
        return keys(name, invariant, table, "address", secret);
    }

    private static AuditCheck keys(String name, Invariant invariant, Audited table, String column, HmacKey secret) {
        return AuditCheck.testing(
                name,
                invariant,
                table,
                new AuditCheck.Rows(
                        List.of("t." + column, "t.recipient_key as stored_key"), "t." + column + " is not null"),
                row -> !RecipientKey.of(row.address(column).key(), secret).equals(row.recipient("stored_key")),
                "The address is stored under a recipient key that is not its own.");
    }
}
