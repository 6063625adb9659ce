package dev.badgr.openbadges.api;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A host that others may exchange badges with, and where its OAuth endpoints are; makes the documents by which they find it.
 *
 * @param name for people
 * @param api where its API is, without a slash at the end
 * @param registration where clients register
 * @param authorization where people consent
 * @param token where codes become tokens
 * @param terms its terms of service
 * @param privacy its privacy policy
 */
public record Provider(String name, URI api, URI registration, URI authorization, URI token, URI terms, URI privacy) {
    /** What may be asked of a host by Badge Connect. */
    public static final List<String> SCOPES_2_1 =
            scopes("v2p1", "assertion.readonly", "assertion.create", "profile.readonly", "profile.update");

    /** What may be asked of a host by the Open Badges 3.0 API. */
    public static final List<String> SCOPES_3_0 =
            scopes("v3p0", "credential.readonly", "credential.upsert", "profile.readonly", "profile.update");

    public Provider {
        Objects.requireNonNull(name, "name");
        for (URI url : List.of(api, registration, authorization, token, terms, privacy)) {
            if (!"https".equals(url.getScheme()) || url.getHost() == null) {
                throw new IllegalArgumentException("provider: https URLs only");
            }
        }
    }

    /**
     * The manifest of Badge Connect (Open Badges 2.1, Manifest), to be served as JSON.
     *
     * @param location where it is served: {@code /.well-known/badgeconnect.json}
     */
    public Bytes manifest(URI location) {
        JsonObject here = JsonMembers.of("type", "BadgeConnectAPI")
                .and("name", name)
                .and("apiBase", api)
                .and("version", "v2p1")
                .and("termsOfServiceUrl", terms)
                .and("privacyPolicyUrl", privacy)
                .andTexts("scopesOffered", SCOPES_2_1)
                .and("registrationUrl", registration)
                .and("authorizationUrl", authorization)
                .and("tokenUrl", token)
                .object();
        return bytes(JsonMembers.of("@context", "https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld")
                .and("type", "Manifest")
                .and("id", location)
                .and("badgeConnectAPI", List.of(here))
                .object());
    }

    /** The Service Description Document (Open Badges 3.0, 6.3), to be served as JSON at {@code /ims/ob/v3p0/discovery}. */
    public Bytes serviceDescription() {
        JsonObject info = JsonMembers.of("title", name)
                .and("version", "3.0")
                .and("termsOfService", terms)
                .and("x-imssf-privacyPolicyUrl", privacy)
                .object();
        JsonMembers scopes = new JsonMembers();
        SCOPES_3_0.forEach(scope -> scopes.and(scope, scope.substring(scope.lastIndexOf('/') + 1)));
        JsonObject flow = JsonMembers.of("tokenUrl", token.toString())
                .and("authorizationUrl", authorization)
                .and("refreshUrl", token)
                .and("scopes", scopes.object())
                .object();
        JsonObject grant = JsonMembers.of("type", "oauth2")
                .and("description", "OAuth 2.0 Authorization Code Grant authorization")
                .and("x-imssf-registrationUrl", registration)
                .and("flows", JsonMembers.of("authorizationCode", flow).object())
                .object();
        JsonObject schemes = JsonMembers.of("OAuth2ACG", grant).object();
        JsonObject server = JsonMembers.of("url", api.toString()).object();
        return bytes(JsonMembers.of("openapi", "3.0.1")
                .and("info", info)
                .and("servers", List.of(server))
                .and("paths", new JsonMembers().object())
                .and("components", JsonMembers.of("securitySchemes", schemes).object())
                .object());
    }

    private static List<String> scopes(String version, String... names) {
        return Stream.of(names)
                .map(one -> "https://purl.imsglobal.org/spec/ob/" + version + "/scope/" + one)
                .toList();
    }

    private static Bytes bytes(Json json) {
        return Bytes.of(JsonWriter.bytes(json));
    }
}
