package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Base58;
import dev.badgr.openbadges.jose.Jws;
import dev.badgr.openbadges.jose.Keys;
import dev.badgr.openbadges.jose.Tokens;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.openbadges.proof.DataIntegrity;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Badges that are made here, and the web that they are verified in. */
final class Badges {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final KeyPair KEY = Keys.ed25519();
    static final String ISSUER = did(KEY);
    static final String ID = "urn:uuid:0b3b1a8e-1d7c-4f0e-9f55-8f8f3a7a3b11";

    final Map<String, Fetched> web = new HashMap<>();
    final List<String> fetched = new ArrayList<>();
    VerificationPolicy policy = VerificationPolicy.LENIENT;

    static String did(KeyPair pair) {
        byte[] der = pair.getPublic().getEncoded();
        byte[] key = new byte[34];
        key[0] = (byte) 0xed;
        key[1] = 1;
        System.arraycopy(der, der.length - 32, key, 2, 32);
        return "did:key:z" + Base58.of(key);
    }

    static String method(KeyPair pair) {
        String did = did(pair);
        return did + "#" + did.substring("did:key:".length());
    }

    static JsonObject badge() {
        return Tokens.json("""
                {'@context':['https://www.w3.org/ns/credentials/v2','https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json','https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
                'id':'ID','type':['VerifiableCredential','OpenBadgeCredential'],'name':'Teamwork',
                'issuer':{'id':'ISSUER','type':['Profile'],'name':'Example','url':'https://issuer.example'},
                'validFrom':'2025-01-01T00:00:00Z',
                'credentialSubject':{'id':'mailto:mia@school.example','type':['AchievementSubject'],
                'identifier':[{'type':'IdentityObject','hashed':true,'identityType':'emailAddress','salt':'deadsea',
                'identityHash':'sha256$ECF5409F3F4B91AB60CC5EF4C02AEF7032354375E70CF4D8E43F6A1D29891942'},
                {'type':'IdentityObject','hashed':false,'identityType':'emailAddress','identityHash':'Mia@Work.example'},
                {'type':'IdentityObject','hashed':false,'identityType':'studentId','identityHash':'4711'}],
                'narrative':'She did it.',
                'achievement':{'id':'urn:uuid:35258e6f-4c05-4215-8ada-38a5a5b80510','type':['Achievement'],'name':'Teamwork',
                'description':'Works in a team.','criteria':{'narrative':'Work in a team.'},
                'image':{'id':'https://issuer.example/a.png','type':'Image'},'tag':['team']}},
                'evidence':[{'id':'https://issuer.example/e','type':['Evidence'],'name':'Film'}]}""".replace("'id':'ID'", "'id':'" + ID + "'")
                .replace("ISSUER", ISSUER)
                .replace("\n", ""));
    }

    static JsonObject endorsement(String issuer, String subject) {
        return Tokens.json(
                """
                {'@context':['https://www.w3.org/ns/credentials/v2','https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json','https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
                'id':'urn:uuid:7a3b1a8e-1d7c-4f0e-9f55-8f8f3a7a3b12','type':['VerifiableCredential','EndorsementCredential'],
                'name':'Well done','issuer':{'id':'ISSUER','type':['Profile']},'validFrom':'2025-01-01T00:00:00Z',
                'credentialSubject':{'id':'SUBJECT','type':['EndorsementSubject'],'endorsementComment':'Good.'}}""".replace("ISSUER", issuer).replace("SUBJECT", subject).replace("\n", ""));
    }

    /** JSON with single quotes. */
    static Json value(String json) {
        return Objects.requireNonNull(
                Tokens.json("{'v':" + json + "}").members().get("v"));
    }

    /** The document with another value at the end of the path. */
    static JsonObject with(JsonObject document, String path, Json value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return document.with(path, value);
        }
        String name = path.substring(0, dot);
        JsonObject inner = document.objects(name).get(0);
        return document.with(name, with(inner, path.substring(dot + 1), value));
    }

    static JsonObject with(JsonObject document, String path, String json) {
        return with(document, path, value(json));
    }

    static JsonObject without(JsonObject document, String path) {
        int dot = path.lastIndexOf('.');
        if (dot < 0) {
            return document.without(path);
        }
        JsonObject parent = document;
        for (String name : path.substring(0, dot).split("\\.", -1)) {
            parent = parent.objects(name).get(0);
        }
        return with(document, path.substring(0, dot), parent.without(path.substring(dot + 1)));
    }

    /** The credential and the claims that belong to it. */
    static JsonObject claims(JsonObject document) {
        JsonObject claims = document.with(
                        "iss", Json.of(Parties.issuer(document).orElse("")))
                .with("jti", Json.of(document.text("id").orElse("")))
                .with(
                        "nbf",
                        new Json.Numeral(String.valueOf(document.text("validFrom")
                                .flatMap(Moments::meant)
                                .orElse(NOW)
                                .getEpochSecond())));
        Optional<String> subject = Parties.subject(document);
        return subject.isPresent() ? claims.with("sub", Json.of(subject.get())) : claims;
    }

    static String jwt(JsonObject claims, KeyPair key) {
        return jwt(claims, key, "{'alg':'EdDSA','kid':'" + method(key) + "'}");
    }

    static String jwt(JsonObject claims, KeyPair key, String header) {
        return Tokens.eddsa(header, text(claims), key);
    }

    static String text(Json json) {
        return new String(JsonWriter.bytes(json), StandardCharsets.UTF_8);
    }

    static JsonObject proven(JsonObject document, KeyPair key) {
        return DataIntegrity.sign(
                document, bytes -> Keys.sign("Ed25519", key.getPrivate(), bytes), method(key), NOW.minusSeconds(60));
    }

    void serve(String location, String content) {
        web.put(location, new Fetched.Document(URI.create(location), Optional.empty(), Bytes.of(content)));
    }

    void unavailable(String location) {
        web.put(location, new Fetched.Unavailable("no"));
    }

    private Verification verification() {
        return new Verification(policy, NOW, location -> {
            fetched.add(location.toString());
            return web.getOrDefault(location.toString(), new Fetched.Missing(404));
        });
    }

    /** What was found about the badge, signed as a JWT by its issuer. */
    Report signed(JsonObject document) {
        return jws(jwt(claims(document), KEY));
    }

    Report jws(String jws) {
        Verification verification = verification();
        Credentials.verify(Jws.parse(jws), verification);
        return verification.findings().report(Optional.of(Report.Version.V3_0));
    }

    Report document(JsonObject document) {
        Verification verification = verification();
        Credentials.verify(document, verification);
        return verification.findings().report(Optional.of(Report.Version.V3_0));
    }

    Optional<Credential> read(JsonObject document) {
        return Credentials.verify(Jws.parse(jwt(claims(document), KEY)), verification());
    }

    /** The names of the lines that are not as they should be, with their status. */
    static List<String> faults(Report report) {
        return report.findings().stream()
                .map(check -> check.name() + " " + check.status())
                .distinct()
                .toList();
    }
}
