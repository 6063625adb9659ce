package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the words of a document are those of Open Badges 2.0. Its context is named, or written out; then each word must mean what it
 * means there, since badgr reads the words as the specification has them.
 */
final class Contexts {
    private static final String SECTION = "OB 2.0, Open Badges in Linked Data";

    private static final Set<String> NAMES = Set.of(
            "https://w3id.org/openbadges/v2",
            "http://w3id.org/openbadges/v2",
            "https://openbadgespec.org/v2/context.json",
            "https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/v2/context.json",
            "http://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/v2/context.json",
            "https://purl.imsglobal.org/spec/ob/v2p0/context/ob_v2p0.jsonld");

    private static final Map<String, String> PREFIXES = Map.of(
            "obi", "https://w3id.org/openbadges#",
            "cred", "https://w3id.org/credentials#",
            "dc", "http://purl.org/dc/terms/",
            "schema", "http://schema.org/",
            "sec", "https://w3id.org/security#",
            "extensions", "https://w3id.org/openbadges/extensions#");

    /** What the verdict rests on, with what the published context has it mean. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("id", "@id"),
            Map.entry("type", "@type"),
            Map.entry("Assertion", "obi:Assertion"),
            Map.entry("BadgeClass", "obi:BadgeClass"),
            Map.entry("Issuer", "obi:Issuer"),
            Map.entry("Profile", "obi:Profile"),
            Map.entry("Endorsement", "cred:Credential"),
            Map.entry("RevocationList", "obi:RevocationList"),
            Map.entry("CryptographicKey", "sec:Key"),
            Map.entry("HostedBadge", "obi:HostedBadge"),
            Map.entry("SignedBadge", "obi:SignedBadge"),
            Map.entry("hosted", "obi:HostedBadge"),
            Map.entry("signed", "obi:SignedBadge"),
            Map.entry("recipient", "obi:recipient"),
            Map.entry("identity", "obi:identityHash"),
            Map.entry("hashed", "obi:hashed"),
            Map.entry("salt", "obi:salt"),
            Map.entry("badge", "obi:badge"),
            Map.entry("issuer", "obi:issuer"),
            Map.entry("verification", "obi:verify"),
            Map.entry("issuedOn", "obi:issueDate"),
            Map.entry("expires", "sec:expiration"),
            Map.entry("revoked", "obi:revoked"),
            Map.entry("revokedAssertions", "obi:revoked"),
            Map.entry("revocationList", "obi:revocationList"),
            Map.entry("allowedOrigins", "obi:allowedOrigins"),
            Map.entry("publicKey", "sec:publicKey"),
            Map.entry("publicKeyPem", "sec:publicKeyPem"),
            Map.entry("owner", "sec:owner"),
            Map.entry("creator", "dc:creator"),
            Map.entry("evidence", "obi:evidence"),
            Map.entry("criteria", "obi:criteria"),
            Map.entry("narrative", "obi:narrative"),
            Map.entry("name", "schema:name"),
            Map.entry("description", "schema:description"),
            Map.entry("image", "schema:image"),
            Map.entry("url", "schema:url"),
            Map.entry("email", "schema:email"));

    private final Verification verification;

    Contexts(Verification verification) {
        this.verification = verification;
    }

    /** Writes what the contexts are; false if the document is none of Open Badges. */
    boolean judge(JsonObject document) {
        List<Json> contexts = document.list("@context");
        if (contexts.stream().noneMatch(Contexts::isOpenBadges)) {
            verification.findings().fail(CheckName.CONTEXT, "the context is not that of Open Badges 2.0", SECTION);
            return false;
        }
        Optional<String> other = contexts.stream().flatMap(Contexts::changed).findFirst();
        if (other.isPresent()) {
            verification
                    .findings()
                    .fail(CheckName.CONTEXT, "the context gives " + other.get() + " another meaning", SECTION);
            return false;
        }
        verification.findings().pass(CheckName.CONTEXT, "the context is that of Open Badges 2.0", SECTION);
        return true;
    }

    /** The same for a document that is linked: many publishers leave the context of keys and lists out. */
    void judgeLinked(JsonObject document) {
        if (document.get("@context").isPresent()) {
            judge(document);
        } else if (verification.isStrict()) {
            verification.findings().fail(CheckName.CONTEXT, "a linked document lacks its context", SECTION);
        }
    }

    private static boolean isOpenBadges(Json context) {
        return context instanceof Json.Text name
                ? NAMES.contains(name.value())
                : context instanceof JsonObject written
                        && WORDS.keySet().stream().allMatch(written::has);
    }

    private static Stream<String> changed(Json context) {
        return context instanceof JsonObject written
                ? WORDS.keySet().stream().filter(word -> written.has(word) && !means(written, word))
                : Stream.empty();
    }

    private static boolean means(JsonObject context, String word) {
        String meaning = context.object(word)
                .flatMap(object -> object.text("@id"))
                .or(() -> context.text(word))
                .orElse("");
        String published = WORDS.getOrDefault(word, "");
        return full(meaning, context).equals(full(published, Json.object(Map.of())));
    }

    private static String full(String meaning, JsonObject context) {
        int colon = meaning.indexOf(':');
        String prefix = colon < 0 ? "" : meaning.substring(0, colon);
        String known = context.text(prefix).orElse(PREFIXES.getOrDefault(prefix, ""));
        return known.isEmpty() ? meaning : known + meaning.substring(colon + 1);
    }
}
