package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.Verified;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.openbadges.verify.Verifier;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A web of a few documents: an issuer at issuer.example with one badge class and one hosted assertion; tests change it. */
public final class Site implements Fetcher {
    public static final String ISSUER = "https://issuer.example/profile";
    public static final String BADGE = "https://issuer.example/badges/5";
    public static final String ASSERTION = "https://issuer.example/assertions/1";
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, Fetched> documents = new HashMap<>();

    public Site() {
        put(ISSUER, issuer());
        put(BADGE, badge());
        put(ASSERTION, assertion());
    }

    public static JsonObject issuer() {
        return read("""
                {'@context': 'https://w3id.org/openbadges/v2', 'type': 'Issuer', 'id': 'https://issuer.example/profile',
                 'name': 'Example Makers', 'url': 'https://issuer.example', 'email': 'contact@issuer.example'}
                """);
    }

    public static JsonObject badge() {
        return read("""
                {'@context': 'https://w3id.org/openbadges/v2', 'type': 'BadgeClass', 'id': 'https://issuer.example/badges/5',
                 'name': '3-D Printing', 'description': 'Prints safely.', 'image': 'https://issuer.example/badges/5.png',
                 'criteria': {'narrative': 'A test, and a print.'}, 'issuer': 'https://issuer.example/profile',
                 'tags': ['print', 'maker']}
                """);
    }

    public static JsonObject assertion() {
        return read("""
                {'@context': 'https://w3id.org/openbadges/v2', 'type': 'Assertion', 'id': 'https://issuer.example/assertions/1',
                 'recipient': {'type': 'email', 'hashed': false, 'identity': 'ana@school.example'},
                 'badge': 'https://issuer.example/badges/5', 'issuedOn': '2020-05-06T07:08:09+02:00',
                 'evidence': ['https://ana.example/print', {'id': 'https://ana.example/plan', 'narrative': 'The plan.'}],
                 'narrative': 'Printed a gear.', 'verification': {'type': 'hosted'}}
                """);
    }

    /** JSON with single quotes. */
    public static JsonObject read(String json) {
        return JsonReader.object(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    public Site put(String url, Json document) {
        return put(url, new Fetched.Document(URI.create(url), Optional.empty(), Bytes.of(JsonWriter.bytes(document))));
    }

    public Site put(String url, Fetched fetched) {
        documents.put(url, fetched);
        return this;
    }

    @Override
    public Fetched fetch(URI location) {
        return documents.getOrDefault(location.toString(), new Fetched.Missing(404));
    }

    /** Verifies what is at {@link #ASSERTION} as it was put there. */
    public Verified verify() {
        return verify(
                ((Fetched.Document) fetch(URI.create(ASSERTION))).content().toArray());
    }

    public Verified verify(Json received) {
        return verify(JsonWriter.bytes(received));
    }

    public Verified verify(byte[] received) {
        return verifier(VerificationPolicy.LENIENT).verify(received);
    }

    public Verifier verifier(VerificationPolicy policy) {
        return new Verifier(this, InstantSource.fixed(NOW), policy);
    }

    /** The worst that a check came to. */
    public static Optional<Status> status(Verified verified, CheckName name) {
        return verified.report().status(name);
    }
}
