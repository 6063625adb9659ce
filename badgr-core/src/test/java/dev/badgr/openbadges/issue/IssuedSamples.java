package dev.badgr.openbadges.issue;

import dev.badgr.award.Badge;
import dev.badgr.openbadges.Report.Version;
import dev.badgr.openbadges.image.BadgeImage;
import dev.badgr.openbadges.image.Baked;
import dev.badgr.openbadges.issue.IssuerIdentity.Did;
import dev.badgr.openbadges.jose.Base58;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.text.Base64Url;
import dev.badgr.text.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Writes what badgr issues into a folder, for other implementations to judge: each form of a badge, with its documents and keys, and copies
 * that were tampered with, whose names begin with {@code tampered-}. The awards are of today's keys, so no two folders are the same.
 */
final class IssuedSamples {
    private static final List<String> KEYS = List.of("rs256", "es256", "eddsa");

    /** Valid for as long as the tests may live. */
    private static final Badge BADGE = Issuing.BADGE.validFor(Period.ofYears(90));

    private final Map<String, byte[]> files = new TreeMap<>();

    private IssuedSamples() {}

    /** The folder to write to is the only argument. */
    public static void main(String[] arguments) throws IOException {
        write(of(), Path.of(arguments[0]));
    }

    static void write(Map<String, byte[]> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** The files by their names. */
    static Map<String, byte[]> of() throws IOException {
        IssuedSamples samples = new IssuedSamples();
        samples.hosted();
        samples.tokens();
        samples.embedded();
        samples.images();
        return samples.files;
    }

    private void hosted() {
        IssuerIdentity issuer = Issuing.issuer("rs256");
        ServedDocument assertion = Assertions.hosted(issuance("rs256"));
        put("v2-hosted.json", assertion.content());
        put("v2-issuer.json", IssuerDocuments.issuer(issuer).content());
        put("v2-badge.json", IssuerDocuments.badgeClass(issuer, BADGE).content());
        put(
                "v2-revocations.json",
                IssuerDocuments.revocationList(issuer, List.of()).content());
        JsonObject json = Issuing.json(assertion);
        put("tampered-v2-hosted.json", bytes(json.with("issuedOn", Json.of("2020-01-01T00:00:00Z"))));
    }

    private void tokens() {
        for (String key : KEYS) {
            WrittenKey written = Issuing.issuer(key).key().written();
            put("key-" + key + ".pem", Bytes.of(written.pem()));
            put("key-" + key + ".jwk", bytes(written.jwk()));
            put(
                    "did-" + key + ".json",
                    CredentialDocuments.didDocument(Issuing.issuer(key)).content());
            token("v2-signed-" + key + ".jws", Assertions.signed(issuance(key)), "issuedOn");
            token("v3-" + key + ".jwt", AchievementCredentials.jwt(issuance(key), Issuing.SLOT), "validFrom");
        }
    }

    private void token(String name, String token, String changed) {
        put(name, Bytes.of(token));
        String[] parts = token.split("\\.", -1);
        JsonObject payload = JsonReader.object(Base64.getUrlDecoder().decode(parts[1]));
        byte[] other = JsonWriter.bytes(payload.with(changed, Json.of("2020-01-01T00:00:00Z")));
        put("tampered-claim-" + name, Bytes.of(parts[0] + "." + Base64Url.of(other) + "." + parts[2]));
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        signature[signature.length / 2] ^= 1;
        put("tampered-signature-" + name, Bytes.of(parts[0] + "." + parts[1] + "." + Base64Url.of(signature)));
    }

    private void embedded() {
        JsonObject credential = JsonReader.object(embeddedCredential().toArray());
        put("v3-eddsa-rdfc-2022.json", bytes(credential));
        JsonObject subject = credential.object("credentialSubject").orElseThrow();
        JsonObject achievement = subject.object("achievement").orElseThrow();
        Map<String, JsonObject> tampered = Map.of(
                "name", credential.with("name", Json.of("Data Queen")),
                "date", credential.with("validFrom", Json.of("2020-01-01T00:00:00Z")),
                "issuer-name",
                        credential.with(
                                "issuer",
                                credential.object("issuer").orElseThrow().with("name", Json.of("Another Place"))),
                "achievement",
                        credential.with(
                                "credentialSubject",
                                subject.with("achievement", achievement.with("name", Json.of("Doctor")))),
                "more-property", credential.with("nobodyDefinedThis", Json.of("x")),
                "more-type",
                        credential.with(
                                "type",
                                Json.of(List.of("VerifiableCredential", "OpenBadgeCredential", "NobodyDefinedThis"))),
                "no-evidence", credential.without("evidence"),
                "signature", credential.with("proof", flipped(credential)));
        tampered.forEach((name, json) -> put("tampered-" + name + "-v3-eddsa-rdfc-2022.json", bytes(json)));
        number("signature-byte", changedSignatures(credential));
        number("claim", changedClaims(credential));
    }

    private void number(String change, List<JsonObject> credentials) {
        for (int i = 0; i < credentials.size(); i++) {
            put("tampered-%s-%02d-v3-eddsa-rdfc-2022.json".formatted(change, i), bytes(credentials.get(i)));
        }
    }

    /** One for each byte of the signature. */
    private static List<JsonObject> changedSignatures(JsonObject credential) {
        JsonObject proof = credential.object("proof").orElseThrow();
        byte[] signature = Base58.parse(proof.text("proofValue").orElseThrow().substring(1));
        List<JsonObject> changed = new ArrayList<>();
        for (int i = 0; i < signature.length; i++) {
            byte[] other = signature.clone();
            other[i] ^= 1;
            changed.add(credential.with("proof", proof.with("proofValue", Json.of("z" + Base58.of(other)))));
        }
        return changed;
    }

    /** One for each value that was signed, however deep it stands. */
    private static List<JsonObject> changedClaims(JsonObject credential) {
        return credential.members().keySet().stream()
                .filter(name -> !name.equals("@context") && !name.equals("proof"))
                .flatMap(name -> changes(credential.get(name).orElseThrow()).map(other -> credential.with(name, other)))
                .toList();
    }

    private static Stream<Json> changes(Json value) {
        if (value instanceof JsonObject object) {
            return object.members().keySet().stream()
                    .flatMap(name ->
                            changes(object.get(name).orElseThrow()).map(other -> (Json) object.with(name, other)));
        } else if (value instanceof Json.Array array) {
            return IntStream.range(0, array.values().size())
                    .boxed()
                    .flatMap(i -> changes(array.values().get(i)).map(other -> replaced(array, i, other)));
        } else if (value instanceof Json.Truth truth) {
            return Stream.of(new Json.Truth(!truth.value()));
        }
        return Stream.of(Json.of(value instanceof Json.Text text ? text.value() + "x" : "x"));
    }

    private static Json replaced(Json.Array array, int place, Json other) {
        List<Json> values = new ArrayList<>(array.values());
        values.set(place, other);
        return new Json.Array(values);
    }

    private static Bytes embeddedCredential() {
        IssuerIdentity issuer = Issuing.issuer("eddsa").with(Did.KEY);
        Issuance issuance = new Issuance(issuer, BADGE, Issuing.award(BADGE), Issuing.hashed());
        return AchievementCredentials.embedded(issuance, Issuing.SLOT, Issuing.ISSUED);
    }

    static Issuance issuance(String key) {
        return new Issuance(Issuing.issuer(key), BADGE, Issuing.award(BADGE), Issuing.hashed());
    }

    private static JsonObject flipped(JsonObject credential) {
        JsonObject proof = credential.object("proof").orElseThrow();
        String value = proof.text("proofValue").orElseThrow();
        char last = value.charAt(value.length() - 1);
        return proof.with("proofValue", Json.of(value.substring(0, value.length() - 1) + (last == '2' ? '3' : '2')));
    }

    private void images() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png", png);
        Bytes svg = Bytes.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>");
        for (Map.Entry<String, Bytes> image :
                Map.of("png", Bytes.of(png.toByteArray()), "svg", svg).entrySet()) {
            String end = image.getKey();
            baked("v2-signed-baked." + end, image.getValue(), "v2-signed-es256.jws", Version.V2_0);
            baked("v3-token-baked." + end, image.getValue(), "v3-es256.jwt", Version.V3_0);
            baked("v3-embedded-baked." + end, image.getValue(), "v3-eddsa-rdfc-2022.json", Version.V3_0);
        }
    }

    private void baked(String name, Bytes image, String badge, Version version) {
        put(name, bake(image, badge, version));
        String tampered = badge.endsWith(".json") ? "tampered-name-" + badge : "tampered-claim-" + badge;
        put("tampered-" + name, bake(image, tampered, version));
    }

    private Bytes bake(Bytes image, String badge, Version version) {
        String text = Bytes.of(files.getOrDefault(badge, new byte[0])).text();
        if (BadgeImage.bake(image, text, version) instanceof Baked.Done done) {
            return done.image();
        }
        throw new IllegalStateException(badge + " was not baked");
    }

    private void put(String name, Bytes content) {
        files.put(name, content.toArray());
    }

    private static Bytes bytes(JsonObject json) {
        return Bytes.of(JsonWriter.bytes(json));
    }
}
