package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an issuer hosts its badges (Open Badges 2.0, VerificationObject and HostedBadge Verification): what its own profile says, else
 * on the host of the profile.
 *
 * @param issuerId where the profile is
 * @param prefixes what ids start with; empty if the profile does not say
 * @param origins hosts; empty if the profile does not say
 */
record Scope(String issuerId, Optional<List<String>> prefixes, Optional<List<String>> origins) {
    static Scope of(JsonObject profile) {
        Optional<JsonObject> said = profile.object("verification");
        return new Scope(
                profile.text("id").orElse(""),
                said.filter(object -> object.get("startsWith").isPresent()).map(object -> object.texts("startsWith")),
                said.filter(object -> object.get("allowedOrigins").isPresent())
                        .map(object -> object.texts("allowedOrigins")));
    }

    /** Whether there is a host to go by. */
    boolean isKnown() {
        return prefixes.isPresent() || origins.isPresent() || Web.isUrl(issuerId);
    }

    /** Whether an assertion with this id can be the issuer's. */
    boolean covers(String id) {
        if (!Web.isUrl(id) || Web.hasTraversal(id)) {
            return false;
        }
        boolean starts = prefixes.map(all -> all.stream().anyMatch(prefix -> startsWith(id, prefix)))
                .orElse(true);
        boolean lies = origins.map(all -> all.stream().anyMatch(origin -> isAt(id, origin)))
                .orElse(true);
        return starts && lies && (prefixes.isPresent() || origins.isPresent() || isAtIssuer(id));
    }

    /** Whether a badge class with this id can be the issuer's: on one of the hosts, wherever there. */
    boolean coversHostOf(String id) {
        return isAtIssuer(id)
                || origins.stream().flatMap(List::stream).anyMatch(origin -> isAt(id, origin))
                || prefixes.stream()
                        .flatMap(List::stream)
                        .flatMap(Scope::authorityOf)
                        .anyMatch(host -> isAt(id, host));
    }

    private boolean isAtIssuer(String id) {
        return Web.isUrl(id) && Web.authority(id).equals(Web.authority(issuerId));
    }

    /** The prefix must hold a whole host: {@code https://example.org} is none of {@code https://example.org.evil.com}. */
    private static boolean startsWith(String id, String prefix) {
        return id.startsWith(prefix) && Web.isUrl(prefix) && Web.authority(id).equals(Web.authority(prefix));
    }

    private static boolean isAt(String id, String origin) {
        return Stream.concat(Web.authority(id).stream(), Web.host(id).stream()).anyMatch(origin::equalsIgnoreCase);
    }

    private static Stream<String> authorityOf(String prefix) {
        return Web.authority(prefix).stream();
    }
}
