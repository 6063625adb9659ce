package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/**
 * Brings the documents that a badge links to. A document counts only where its own id says that it is: one that names another id is
 * taken from there, so nobody can speak for somebody else's id. For one verification.
 */
final class Links {
    private static final String SECTION = "OB 2.0, Data Validation";

    /**
     * What came of a link.
     *
     * @param document in the words of 2.0; empty if there is none
     * @param original as it was fetched
     * @param failure what to write if there is none: UNKNOWN if there may be one
     * @param found why there is none
     * @param missing what the server said if there is nothing
     */
    record Linked(
            Optional<JsonObject> document,
            Optional<JsonObject> original,
            Status failure,
            String found,
            Optional<Fetched.Missing> missing) {
        static Linked none(Status failure, String found) {
            return new Linked(Optional.empty(), Optional.empty(), failure, found, Optional.empty());
        }

        /** Whether it was taken away for good. */
        boolean isGone() {
            return missing.filter(Fetched.Missing::isGone).isPresent();
        }
    }

    private final Verification verification;

    Links(Verification verification) {
        this.verification = verification;
    }

    /** The document that is there. */
    Linked at(String location) {
        return at(location, true);
    }

    private Linked at(String location, boolean mayMove) {
        Optional<URI> uri = Verification.uri(location).filter(one -> Web.isUrl(location));
        if (uri.isEmpty()) {
            return Linked.none(Status.FAIL, "is linked by no http or https URL");
        }
        Fetched fetched = verification.fetch(uri.get());
        if (fetched instanceof Fetched.Missing missing) {
            return new Linked(
                    Optional.empty(), Optional.empty(), Status.FAIL, "is not where it should be", Optional.of(missing));
        } else if (!(fetched instanceof Fetched.Document document)) {
            return Linked.none(Status.UNKNOWN, "could not be fetched");
        } else {
            return Verification.json(document)
                    .map(json -> read(json, document, location, mayMove))
                    .orElseGet(() -> Linked.none(Status.FAIL, "is no JSON object"));
        }
    }

    private Linked read(JsonObject json, Fetched.Document from, String location, boolean mayMove) {
        String id = json.text("id").orElse(location);
        if (!Web.isSame(id, location)) {
            return mayMove ? moved(id, json, from, location) : mismatch();
        }
        return read(json, from, location);
    }

    private Linked read(JsonObject json, Fetched.Document from, String location) {
        if (!Web.isSame(from.location().toString(), location)) {
            verification.findings().warn(CheckName.ID_MISMATCH, "a document was redirected to another place", SECTION);
        }
        JsonObject whole = Upgrade.apply(json, Optional.of(location));
        new Contexts(verification).judgeLinked(whole);
        return new Linked(Optional.of(whole), Optional.of(json), Status.PASS, "", Optional.empty());
    }

    private Linked moved(String id, JsonObject json, Fetched.Document from, String location) {
        Linked there = at(id, false);
        boolean isNowhere = there.missing().isPresent() && !there.isGone();
        if (isNowhere && Web.authority(id).equals(Web.authority(location))) {
            alone();
            return read(json.with("id", Json.of(location)), from, location);
        }
        verification
                .findings()
                .warn(
                        CheckName.ID_MISMATCH,
                        "a document has another id than its place; what is at that id counts",
                        SECTION);
        return there;
    }

    /** Nothing else claims to be that document, and its place is its id's host: it counts under its place. */
    private void alone() {
        verification
                .findings()
                .add(
                        CheckName.ID_MISMATCH,
                        verification.isStrict() ? Status.WARN : Status.PASS,
                        "a document has an id at which nothing is; it counts under its place on the same host",
                        SECTION);
    }

    private Linked mismatch() {
        verification.findings().fail(CheckName.ID_MISMATCH, "a document has yet another id than its place", SECTION);
        return Linked.none(Status.FAIL, "has another id than its place");
    }
}
