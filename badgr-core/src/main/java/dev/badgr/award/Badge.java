package dev.badgr.award;

import dev.badgr.text.Links;
import dev.badgr.text.Text;
import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be earned (Open Badges 2.0, BadgeClass). Defined once; a changed badge is another badge.
 *
 * @param id its name
 * @param issuer who awards it
 * @param name for people; at most 200 code points
 * @param description what its holder did; at most 4,000 code points
 * @param criteria how it is earned; at most 4,000 code points
 * @param image where its picture is
 * @param tags at most 20, each at most 50 code points
 * @param validFor how long an award of it counts, from its day of issue in UTC; empty for ever
 */
public record Badge(
        BadgeId id,
        Issuer issuer,
        String name,
        String description,
        String criteria,
        URI image,
        List<String> tags,
        Optional<Period> validFor) {
    private static final int LONG = 4000;
    private static final int MAX_MONTHS = 1200;

    public Badge {
        Objects.requireNonNull(id, "id");
        if (!issuer.id().equals(id.issuer())) {
            throw new IllegalArgumentException("issuer: must be the one that the id names");
        }
        name = Text.line("badge.name", name, 200);
        description = Text.lines("badge.description", description, LONG);
        criteria = Text.lines("badge.criteria", criteria, LONG);
        Links.requireWeb("badge.image", image);
        tags = tags.stream().map(tag -> Text.line("badge.tags", tag, 50)).toList();
        if (tags.size() > 20) {
            throw new IllegalArgumentException("badge.tags: at most 20");
        }
        validFor.ifPresent(Badge::requireValidity);
    }

    private static void requireValidity(Period period) {
        boolean tooLong = period.toTotalMonths() > MAX_MONTHS
                || LocalDate.EPOCH.plus(period).isAfter(LocalDate.EPOCH.plusMonths(MAX_MONTHS));
        if (period.isNegative() || period.isZero() || tooLong) {
            throw new IllegalArgumentException("badge.validFor: longer than nothing, at most 100 years");
        }
    }

    /** A badge without tags that never expires. */
    public static Badge of(Issuer issuer, String id, String name, String description, String criteria, String image) {
        return new Badge(
                new BadgeId(issuer.id(), id),
                issuer,
                name,
                description,
                criteria,
                URI.create(image),
                List.of(),
                Optional.empty());
    }

    /** The same with these tags. */
    public Badge withTags(String... newTags) {
        return new Badge(id, issuer, name, description, criteria, image, List.of(newTags), validFor);
    }

    /** The same with awards that expire. */
    public Badge validFor(Period period) {
        return new Badge(id, issuer, name, description, criteria, image, tags, Optional.of(period));
    }
}
