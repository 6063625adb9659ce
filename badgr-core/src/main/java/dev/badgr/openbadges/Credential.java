package dev.badgr.openbadges;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a badge says, whichever version of Open Badges it follows. It is as the badge has it: not cut, not escaped, and true only as far as
 * the {@link Report} says. The narrative is in Markdown.
 *
 * @param version which Open Badges it follows
 * @param id of the assertion or credential
 * @param issuer who issued it
 * @param achievement what was earned
 * @param recipients whom it was issued to; all of them name the same person
 * @param issuedOn from when on it counts
 * @param expires from when on it counts no more
 * @param narrative how it was earned by this person
 * @param evidence where evidence is
 */
public record Credential(
        Report.Version version,
        String id,
        Issuer issuer,
        Achievement achievement,
        List<Recipient> recipients,
        Instant issuedOn,
        Optional<Instant> expires,
        Optional<String> narrative,
        List<URI> evidence) {

    /**
     * Who issued it.
     *
     * @param id a URL or DID
     * @param name for people; empty if the badge names only the id
     * @param url the home page
     */
    public record Issuer(String id, Optional<String> name, Optional<URI> url) {
        public Issuer {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(url, "url");
        }
    }

    /**
     * What was earned.
     *
     * @param id of the badge class or achievement
     * @param name for people
     * @param description what its holder did
     * @param criteria how it is earned: a text, or the URL of one
     * @param image an http(s) or {@code data:} URI
     * @param tags words to find it by
     */
    public record Achievement(
            String id, String name, String description, String criteria, Optional<URI> image, List<String> tags) {
        public Achievement {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(criteria, "criteria");
            Objects.requireNonNull(image, "image");
            tags = List.copyOf(tags);
        }
    }

    public Credential {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(achievement, "achievement");
        recipients = List.copyOf(recipients);
        Objects.requireNonNull(issuedOn, "issuedOn");
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(narrative, "narrative");
        evidence = List.copyOf(evidence);
    }
}
