package dev.badgr.award;

import dev.badgr.email.EmailAddress;
import dev.badgr.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a host wants to award. It needs no account.
 *
 * @param badge the badge as it was defined
 * @param recipient the address
 * @param external the host's own key for this award and its time of issue; two calls with equal ones make one award.
 *     Empty for an award that is new at every call
 * @param narrative what the person did; at most 4,000 code points
 * @param evidence at most 20
 */
public record NewAward(
        Badge badge,
        EmailAddress recipient,
        Optional<ExternalKey> external,
        Optional<String> narrative,
        List<Evidence> evidence) {

    /**
     * The host's own key for an award, and when the badge was earned: both come from the host's record of completion, so a
     * repeated call can't forget one of them.
     *
     * @param key at most 200 code points; unique for the issuer and recipient at that time
     * @param issuedOn to the millisecond
     */
    public record ExternalKey(String key, Instant issuedOn) {
        private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

        public ExternalKey {
            key = Text.line("externalKey", key, 200);
            if (!isInTime(issuedOn)) {
                throw new IllegalArgumentException("issuedOn: from 1970 to 9999");
            }
        }

        /** Whether an award can have been issued then. */
        public static boolean isInTime(Instant time) {
            return !time.isBefore(Instant.EPOCH) && time.isBefore(YEAR_10000);
        }
    }

    public NewAward {
        Objects.requireNonNull(badge, "badge");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(external, "external");
        narrative = narrative.map(text -> Text.lines("narrative", text, 4000));
        evidence = List.copyOf(evidence);
        if (evidence.size() > 20) {
            throw new IllegalArgumentException("evidence: at most 20");
        }
    }

    /** A badge for an address. */
    public static NewAward of(Badge badge, EmailAddress recipient) {
        return new NewAward(badge, recipient, Optional.empty(), Optional.empty(), List.of());
    }

    /** The same, made once however often it is sent. */
    public NewAward once(String externalKey, Instant issuedOn) {
        return new NewAward(badge, recipient, Optional.of(new ExternalKey(externalKey, issuedOn)), narrative, evidence);
    }

    /** The same with a story. */
    public NewAward withNarrative(String text) {
        return new NewAward(badge, recipient, external, Optional.of(text), evidence);
    }

    /** The same with evidence. */
    public NewAward withEvidence(Evidence... items) {
        return new NewAward(badge, recipient, external, narrative, List.of(items));
    }

    /** The same for another address. */
    public NewAward to(EmailAddress other) {
        return new NewAward(badge, other, external, narrative, evidence);
    }
}
