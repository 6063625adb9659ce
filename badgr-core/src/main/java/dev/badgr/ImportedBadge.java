package dev.badgr;

import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import dev.badgr.award.Issuer;
import dev.badgr.award.IssuerId;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.Credential.Achievement;
import dev.badgr.text.Excerpt;
import dev.badgr.text.Links;
import dev.badgr.text.Sha256;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is shown of a badge from elsewhere. Its names are hashes of what it says: a changed badge is another badge, and nobody can
 * give another look to a badge or issuer that is here already.
 */
record ImportedBadge(Credential credential) {
    private static final int LONG = 4000;
    private static final int NAME = 200;
    private static final int MOST_TAGS = 20;
    /** RFC 2606, 2: for an issuer that has no page, such as one that is a key. */
    private static final URI NO_PAGE = URI.create("https://issuer.invalid/");

    /** The issuer, named by its id and all that is shown of it. */
    Issuer issuer() {
        String id = credential.issuer().id();
        String name = credential
                .issuer()
                .name()
                .flatMap(text -> Excerpt.line(text, NAME))
                .or(() -> Excerpt.line(id, NAME))
                .orElse("?");
        URI url = Stream.concat(credential.issuer().url().stream(), uri(id))
                .filter(Links::isWeb)
                .findFirst()
                .orElse(NO_PAGE);
        String hash = hash(Stream.of(id, name, url.toString())).substring(0, 40);
        return new Issuer(IssuerId.ofElsewhere(hash), name, url, Optional.empty());
    }

    /** The badge, with its own image if that is on the web, and this one otherwise. */
    Badge badge(URI otherImage) {
        Achievement achievement = credential.achievement();
        String name = Excerpt.line(achievement.name(), NAME)
                .or(() -> Excerpt.line(achievement.id(), NAME))
                .orElse("?");
        String description = Excerpt.lines(achievement.description(), LONG).orElse(name);
        String criteria = Excerpt.lines(achievement.criteria(), LONG).orElse(name);
        URI image = image().orElse(otherImage);
        List<String> tags = tags();
        Stream<String> shown = Stream.of(achievement.id(), name, description, criteria, image.toString());
        Issuer issuer = issuer();
        BadgeId id = new BadgeId(issuer.id(), hash(Stream.concat(shown, tags.stream())));
        return new Badge(id, issuer, name, description, criteria, image, tags, Optional.empty());
    }

    /** Its image, if that is on the web. */
    Optional<URI> image() {
        return credential.achievement().image().filter(Links::isWeb);
    }

    private List<String> tags() {
        return credential.achievement().tags().stream()
                .flatMap(tag -> Excerpt.line(tag, 50).stream())
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    private static Stream<URI> uri(String text) {
        try {
            return Stream.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /** Each with its length, so that no two lists read alike. */
    private static String hash(Stream<String> parts) {
        return Sha256.hex(parts.map(part -> part.length() + " " + part).collect(Collectors.joining()));
    }
}
