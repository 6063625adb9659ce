package dev.badgr.openbadges.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.badgr.text.Bytes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BadgePageTest {
    private static final BadgePage PAGE = new BadgePage(List.of(Bytes.of("{\"id\":\"x\"}")), List.of("a.b.c"));

    @Test
    void bothApisSayTheSameInTheirWords() {
        assertThat(PAGE.toAssertionsResponse().text())
                .isEqualTo("{\"status\":{\"statusCode\":200,\"statusText\":\"OK\"},"
                        + "\"assertions\":[{\"id\":\"x\"}],\"signedAssertions\":[\"a.b.c\"]}");
        assertThat(PAGE.toCredentialsResponse().text())
                .isEqualTo("{\"credential\":[{\"id\":\"x\"}],\"compactJwsString\":[\"a.b.c\"]}");
        assertThat(BadgePage.parse(PAGE.toAssertionsResponse().toArray())).contains(PAGE);
        assertThat(BadgePage.parse(PAGE.toCredentialsResponse().toArray())).contains(PAGE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BadgePage(List.of(Bytes.of("x")), List.of()).toCredentialsResponse());
    }

    @Test
    void aPostedBadgeIsReadInEachForm() {
        for (String body : List.of("{\"assertion\":{\"id\":\"x\"}}", "{\"id\":\"x\"}")) {
            assertThat(BadgePage.posted(bytes(body))).contains("{\"id\":\"x\"}");
        }
        for (String body : List.of("{\"assertion\":\"a.b.c\"}", "a.b.c\n")) {
            assertThat(BadgePage.posted(bytes(body))).contains("a.b.c");
        }
        assertThat(BadgePage.posted(bytes("not one"))).isEmpty();
    }

    @Property(tries = 200)
    void whateverComesInThereIsAnAnswer(@ForAll byte[] body) {
        BadgePage.parse(body);
        BadgePage.posted(body);
    }

    @Test
    void whoFindsTheHostFindsItsEndpoints() {
        URI at = URI.create("https://plp.example/x");
        Provider provider = new Provider("PLP", URI.create("https://plp.example/api"), at, at, at, at, at);
        assertThat(provider.manifest(URI.create("https://plp.example/.well-known/badgeconnect.json"))
                        .text())
                .contains(
                        "\"badgeConnectAPI\":[{\"type\":\"BadgeConnectAPI\",\"name\":\"PLP\",\"apiBase\":\"https://plp.example/api\",\"version\":\"v2p1\"",
                        "\"scopesOffered\":[\"https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.readonly\"");
        assertThat(provider.serviceDescription().text())
                .contains("\"openapi\":\"3.0.1\"", "\"OAuth2ACG\":{\"type\":\"oauth2\"", "credential.upsert");
        assertThat(new StatusInfo("unknownobject", "No.").toJson().text())
                .isEqualTo("{\"imsx_codeMajor\":\"failure\",\"imsx_severity\":\"error\",\"imsx_description\":\"No.\","
                        + "\"imsx_codeMinor\":{\"imsx_codeMinorField\":[{\"imsx_codeMinorFieldName\":\"sourcedId\","
                        + "\"imsx_codeMinorFieldValue\":\"unknownobject\"}]}}");
        assertThat(ConnectStatus.INVALID_BADGE.toJson("It does not verify.").text())
                .isEqualTo(
                        "{\"status\":{\"statusCode\":400,\"statusText\":\"INVALID_BADGE\",\"error\":\"It does not verify.\"}}");
        assertThat(ConnectStatus.profile("Mia").text()).contains("\"profile\":{", "\"name\":\"Mia\"");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
