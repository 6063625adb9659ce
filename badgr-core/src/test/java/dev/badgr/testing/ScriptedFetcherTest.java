package dev.badgr.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.Fetched;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptedFetcherTest {
    private final ScriptedFetcher web = new ScriptedFetcher();

    @Test
    void documentsAreFoundByUrlAndThenByTheLongestBeginning() {
        web.with("https://plp.example/a/exact", "{}")
                .with("https://plp.example/a/gone", new Fetched.Missing(410))
                .under("https://plp.example/", rest -> Optional.of(Bytes.of("short " + rest)))
                .under(
                        "https://plp.example/a/",
                        rest -> Optional.of(Bytes.of("long " + rest)).filter(any -> !rest.equals("no")));
        assertThat(fetch("https://plp.example/a/exact"))
                .isEqualTo(new Fetched.Document(
                        URI.create("https://plp.example/a/exact"), Optional.of("application/json"), Bytes.of("{}")));
        assertThat(fetch("https://plp.example/a/gone")).isEqualTo(new Fetched.Missing(410));
        assertThat(fetch("https://plp.example/a/b"))
                .isEqualTo(new Fetched.Document(
                        URI.create("https://plp.example/a/b"), Optional.empty(), Bytes.of("long b")));
        assertThat(fetch("https://plp.example/a/no")).isEqualTo(new Fetched.Missing(404));
        assertThat(fetch("https://plp.example/c")).isInstanceOf(Fetched.Document.class);
    }

    @Test
    void everythingElseIsMissingAndWhatWasAskedIsKept() {
        assertThat(fetch("https://plp.example/b")).isEqualTo(new Fetched.Missing(404));
        assertThat(fetch("did:key:x")).isEqualTo(new Fetched.Missing(404));
        assertThat(web.asked()).containsExactly(URI.create("https://plp.example/b"), URI.create("did:key:x"));
    }

    private Fetched fetch(String location) {
        return web.fetch(URI.create(location));
    }
}
