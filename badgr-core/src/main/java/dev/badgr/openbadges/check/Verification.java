package dev.badgr.openbadges.check;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One verification on its way: what it goes by, what it has fetched, and what it has found. For one thread.
 */
public final class Verification {
    /** How many documents one verification may fetch. */
    public static final int MOST_DOCUMENTS = 10;

    /** How far ahead the clock of an issuer may be (RFC 7519, 4.1.5, allows for it); what is fetched may also be made meanwhile. */
    public static final Duration LEEWAY = Duration.ofMinutes(1);

    private final VerificationPolicy policy;
    private final Instant now;
    private final Fetcher fetcher;
    private final Findings findings;
    private final Map<URI, Fetched> fetched;

    public Verification(VerificationPolicy policy, Instant now, Fetcher fetcher) {
        this(policy, now, fetcher, new Findings(), new HashMap<>());
    }

    private Verification(
            VerificationPolicy policy, Instant now, Fetcher fetcher, Findings findings, Map<URI, Fetched> fetched) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.now = Objects.requireNonNull(now, "now");
        this.fetcher = Objects.requireNonNull(fetcher, "fetcher");
        this.findings = findings;
        this.fetched = fetched;
    }

    /** A verification of something that belongs to this one, such as an endorsement: it has its own findings and the same documents. */
    public Verification apart() {
        return new Verification(policy, now, fetcher, new Findings(), fetched);
    }

    /** Whether it goes by the letter of the specification. */
    public boolean isStrict() {
        return policy == VerificationPolicy.STRICT;
    }

    /** The time that is judged by. */
    public Instant now() {
        return now;
    }

    /** Whether that time is yet to come, by whatever clock. */
    public boolean isFuture(Instant time) {
        return time.isAfter(now.plus(LEEWAY));
    }

    /** Where to write what is found. */
    public Findings findings() {
        return findings;
    }

    /** A line that is a failure by the letter and a warning otherwise. */
    public void failIfStrict(CheckName name, String found, String section) {
        findings.add(name, isStrict() ? Status.FAIL : Status.WARN, found, section);
    }

    /** The document that is there; each is fetched once. */
    public Fetched fetch(URI location) {
        Fetched known = fetched.get(location);
        if (known != null) {
            return known;
        }
        Fetched got = fetched.size() < MOST_DOCUMENTS
                ? fetcher.fetch(location)
                : new Fetched.Unavailable("a badge may name at most " + MOST_DOCUMENTS + " documents");
        fetched.put(location, got);
        return got;
    }

    /** The JSON object that is there, if one can be had from this text as a URI. */
    public Optional<JsonObject> fetchJson(String location) {
        return uri(location).map(this::fetch).flatMap(Verification::json);
    }

    /** The document as a JSON object, if it is one. */
    public static Optional<JsonObject> json(Fetched fetched) {
        if (!(fetched instanceof Fetched.Document document)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonReader.object(document.content().toArray()));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /** The text as an absolute URI, if it is one. */
    public static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text)).filter(URI::isAbsolute);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
