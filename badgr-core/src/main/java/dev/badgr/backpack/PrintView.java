package dev.badgr.backpack;

import dev.badgr.award.Badge;
import dev.badgr.award.Evidence;
import dev.badgr.text.Links;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a printed certificate shows. {@code toString} doesn't show the link.
 *
 * @param earnedBy the person's name
 * @param badge what was earned, and from whom
 * @param issuedOn the day in UTC
 * @param expiresOn the day in UTC on which it ceases to count
 * @param expired whether it counted no more when this was made
 * @param narrative what the person did
 * @param evidence what shows it
 * @param link where whoever holds the paper can see whether it still is so
 */
public record PrintView(
        String earnedBy,
        Badge badge,
        LocalDate issuedOn,
        Optional<LocalDate> expiresOn,
        boolean expired,
        Optional<String> narrative,
        List<Evidence> evidence,
        URI link) {
    public PrintView {
        Objects.requireNonNull(earnedBy, "earnedBy");
        Objects.requireNonNull(badge, "badge");
        Objects.requireNonNull(issuedOn, "issuedOn");
        Objects.requireNonNull(expiresOn, "expiresOn");
        Objects.requireNonNull(narrative, "narrative");
        evidence = List.copyOf(evidence);
        Links.requireWeb("link", link);
    }

    /** A certificate of what a link shows. */
    public static PrintView of(SharedBadge shown, URI link) {
        return new PrintView(
                shown.earnedBy(),
                shown.badge(),
                day(shown.issuedOn()),
                shown.expires().map(PrintView::day),
                shown.expired(),
                shown.narrative(),
                shown.evidence(),
                link);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return "PrintView[" + badge.id() + "]";
    }
}
