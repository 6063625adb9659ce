package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a context that stands in the document itself may say: terms of its own. No proof covers it, so it must not give another name to
 * what readers of credentials look for by name, or make two spellings of one id.
 */
final class InlineContext {
    private static final Set<String> SETTINGS = Set.of("@version", "@protected");
    private static final Set<String> DETAILS = Set.of("@id", "@type", "@container", "@protected", "@language");
    private static final Set<String> COERCIONS = Set.of("@id", "@vocab");
    private static final Set<String> CONTAINERS = Set.of("@set", "@list");

    /** The vocabularies of credentials, badges, status and proofs. */
    private static final List<String> RESERVED = List.of(
            "https://www.w3.org/2018/credentials",
            "https://www.w3.org/ns/credentials/",
            "https://purl.imsglobal.org/spec/",
            "https://w3id.org/");

    private InlineContext() {}

    /** Why it must not be used, in English. */
    static Optional<String> objection(JsonObject context) {
        return context.members().entrySet().stream()
                .filter(entry -> !isHarmless(entry.getKey(), entry.getValue()))
                .findFirst()
                .map(entry -> "the context in the document says something about " + entry.getKey()
                        + " that no proof could cover");
    }

    private static boolean isHarmless(String name, Json value) {
        if (name.equals("@vocab")) {
            return value instanceof Json.Text text && isOwn(text.value()) && !couldBecomeReserved(text.value());
        } else if (name.startsWith("@")) {
            return SETTINGS.contains(name);
        }
        return !name.contains(":") && (isTerm(value) || (value instanceof JsonObject term && isTerm(term)));
    }

    private static boolean isTerm(JsonObject term) {
        return DETAILS.containsAll(term.members().keySet())
                && term.get("@id").filter(InlineContext::isTerm).isPresent()
                && CONTAINERS.containsAll(term.texts("@container"))
                && term.text("@type")
                        .filter(type -> !COERCIONS.contains(type) && !isOwn(type))
                        .isEmpty();
    }

    /** One that ends like this could stand before a colon, and so change ids. */
    private static boolean isTerm(Json value) {
        return value instanceof Json.Text text
                && isOwn(text.value())
                && !text.value().matches("(?s).*[:/?#\\[\\]@]");
    }

    private static boolean isOwn(String iri) {
        return (iri.startsWith("https://") || iri.startsWith("http://")) && !isReserved(iri);
    }

    /** Whether an IRI is of a vocabulary that readers of credentials rely on. */
    static boolean isReserved(String iri) {
        return RESERVED.stream().anyMatch(iri::startsWith);
    }

    private static boolean couldBecomeReserved(String vocabulary) {
        return RESERVED.stream().anyMatch(reserved -> reserved.startsWith(vocabulary));
    }
}
