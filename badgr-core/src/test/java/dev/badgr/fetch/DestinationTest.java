package dev.badgr.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://0/",
                "https://0x7f.1/",
                "https://127.0.0.1./",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[fe80::1%25eth0]/",
                "https://[64:ff9b::7f00:1]/",
                "https://8.8.8.8/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://intranet/",
                "https://plp.example./",
                "https://plp_x.example/",
                "https://%6cocalhost/",
                "https://１２７.0.0.1/",
                "https://ⓛocal.host/",
                "https:///x",
                "https:x",
                "https://",
                "https://a..b/",
                "https://-a.example/",
                "https://a.example:80/",
                "https://a.example:8443/",
                "https://user@a.example/",
                "https://user:password@a.example/",
                "https://@a.example/",
                "http://a.example/",
                "ftp://a.example/",
                "file:///etc/passwd",
                "data:text/plain,x",
                "jar:https://a.example/!/x",
                "a.example",
                "/a",
                "",
                "//a.example/"
            })
    void whatIsNoPublicNameOverHttpsIsRefused(String text) {
        URI location;
        try {
            location = URI.create(text);
        } catch (IllegalArgumentException e) {
            return;
        }
        assertThat(HttpsFetcher.objection(location)).isPresent();
        assertThat(new HttpsFetcher().fetch(location)).isInstanceOf(dev.badgr.openbadges.Fetched.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://plp.example,                 plp.example,     /",
        "HTTPS://PLP.Example:443/a/b?c=d&e#f, plp.example,     /a/b?c=d&e",
        "https://xn--bcher-kva.example/ž?ž,   xn--bcher-kva.example, /%C5%BE?%C5%BE",
        "https://1.2.3.a/%0d%0aHost:x,        1.2.3.a,         /%0d%0aHost:x"
    })
    void othersMayBeTried(URI location, String host, String pathAndQuery) throws Unfetchable {
        Destination destination = Destination.of(location, 443);
        assertThat(HttpsFetcher.objection(location)).isEmpty();
        assertThat(destination.host()).isEqualTo(host);
        assertThat(destination.pathAndQuery()).isEqualTo(pathAndQuery);
        assertThat(destination.port()).isEqualTo(443);
    }

    @Test
    void objectionsRepeatNothing() {
        assertThat(HttpsFetcher.objection(URI.create("https://u:secret@a.example/")))
                .isEqualTo(Optional.of("the URL names a user"));
        assertThatThrownBy(() -> Destination.of(URI.create("https://a.example/" + "x".repeat(2000)), 443))
                .hasMessage("the URL has over 2000 characters");
    }
}
