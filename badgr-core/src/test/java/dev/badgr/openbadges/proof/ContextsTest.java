package dev.badgr.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.proof.Contexts.Pinned;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContextsTest {
    @Test
    void eachThatComesAlongIsTheOneThatWasPinned() {
        assertThat(Contexts.BUNDLED.locations()).hasSize(14).allSatisfy(location -> assertThat(
                        JsonReader.object(Contexts.BUNDLED.read(location).orElseThrow()).has("@context"))
                .isTrue());
    }

    @Test
    void eachCanBeUsed() {
        assertThat(Contexts.BUNDLED.locations()).allSatisfy(location -> {
            JsonObject thing = Proofs.json("{\"own\": \"x\"}");
            Json contexts = new Json.Array(
                    List.of(Json.of(location), Proofs.json("{\"own\": \"https://x.example/own\"}")));
            assertThat(LinkedData.expand(thing.with("@context", contexts))).isInstanceOf(LinkedData.Expanded.class);
        });
    }

    @Test
    void aChangedFileIsRefused() {
        Contexts changed = new Contexts(Map.of("urn:c", new Pinned("credentials-v2.json", "0".repeat(64))));
        Contexts missing = new Contexts(Map.of("urn:c", new Pinned("none.json", "0".repeat(64))));

        assertThatThrownBy(() -> changed.read("urn:c"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("credentials-v2.json");
        assertThatThrownBy(() -> missing.read("urn:c")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingElseIsThere() {
        assertThat(Contexts.BUNDLED.read("https://www.w3.org/ns/credentials/examples/v2"))
                .isEmpty();
    }
}
