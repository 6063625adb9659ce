package dev.badgr.bulk;

import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import dev.badgr.award.Evidence;
import dev.badgr.award.NewAward;
import dev.badgr.award.NewAward.ExternalKey;
import dev.badgr.email.EmailAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An award that a row of a file asks for: a {@link NewAward} whose badge is only named.
 *
 * @param badge which badge
 * @param recipient the address
 * @param external the host's own key and the time of issue
 * @param narrative what the person did
 * @param evidence what shows it
 */
public record AwardRow(
        BadgeId badge,
        EmailAddress recipient,
        ExternalKey external,
        Optional<String> narrative,
        List<Evidence> evidence) {
    public AwardRow {
        Objects.requireNonNull(badge, "badge");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(external, "external");
        Objects.requireNonNull(narrative, "narrative");
        evidence = List.copyOf(evidence);
    }

    /** The same with the badge that it names. */
    public NewAward of(Badge definition) {
        return new NewAward(definition, recipient, Optional.of(external), narrative, evidence);
    }
}
