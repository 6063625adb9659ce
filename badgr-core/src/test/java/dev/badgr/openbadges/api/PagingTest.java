package dev.badgr.openbadges.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagingTest {
    private static final URI HERE = URI.create("https://plp.example/api/assertions");

    @Test
    void aQueryIsReadWithinBounds() {
        assertThat(Paging.parse(null, null, null)).contains(new Paging(100, 0, Optional.empty()));
        assertThat(Paging.parse("5000", "10", "2026-03-01T10:00:00+02:00"))
                .contains(new Paging(100, 10, Optional.of(Instant.parse("2026-03-01T08:00:00Z"))));
        for (String bad : new String[] {"", "-1", "1e3", "9999999999", "x", "٣"}) {
            assertThat(Paging.parse(bad, null, null)).as(bad).isEmpty();
            assertThat(Paging.parse(null, bad, null)).as(bad).isEmpty();
            assertThat(Paging.parse(null, null, bad)).as(bad).isEmpty();
        }
        assertThat(Paging.parse("0", null, null)).isEmpty();
        assertThat(Paging.parse(null, null, "9".repeat(1_000_000))).isEmpty();
    }

    @Test
    void aPageNamesItsNeighboursAndBothEnds() {
        assertThat(new Paging(2, 2, Optional.empty()).link(HERE, 5))
                .isEqualTo("<https://plp.example/api/assertions?limit=2&offset=4>; rel=\"next\", "
                        + "<https://plp.example/api/assertions?limit=2&offset=4>; rel=\"last\", "
                        + "<https://plp.example/api/assertions?limit=2&offset=0>; rel=\"first\", "
                        + "<https://plp.example/api/assertions?limit=2&offset=0>; rel=\"prev\"");
        assertThat(new Paging(2, 0, Optional.empty()).link(HERE, 2)).doesNotContain("next", "prev");
        assertThat(new Paging(2, 0, Optional.empty()).link(HERE, 3)).contains("next");
        assertThat(new Paging(2, 0, Optional.empty()).link(HERE, 4)).contains("offset=2>; rel=\"last\"");
    }
}
