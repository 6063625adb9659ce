package dev.badgr.backpack;

import dev.badgr.account.PersonName;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.award.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a share link shows of a badge.
 *
 * @param badge what was earned, and from whom
 * @param earnedBy the person's name, as she gave it; encode it for the page
 * @param issuedOn when
 * @param expires until when it counts
 * @param expired whether that has passed
 * @param narrative what the person did
 * @param evidence what shows it
 */
public record SharedBadge(
        Badge badge,
        String earnedBy,
        Instant issuedOn,
        Optional<Instant> expires,
        boolean expired,
        Optional<String> narrative,
        List<Evidence> evidence)
        implements SharedView {
    public SharedBadge {
        evidence = List.copyOf(evidence);
    }

    @Override
    public String title() {
        return badge.name();
    }

    /** The public part of an award. */
    public static SharedBadge of(BackpackEntry entry, PersonName name, Instant now) {
        Award award = entry.award();
        return new SharedBadge(
                entry.badge(),
                name.full(),
                award.issuedOn(),
                award.expires(),
                award.isExpiredAt(now),
                award.narrative(),
                award.evidence());
    }
}
