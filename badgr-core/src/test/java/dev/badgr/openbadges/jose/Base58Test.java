package dev.badgr.openbadges.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.openbadges.json.Malformed;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Base58Test {
    @Test
    void knowsThePublishedVectors() {
        // draft-msporny-base58-03, 5
        assertThat(Base58.of("Hello World!".getBytes(StandardCharsets.UTF_8))).isEqualTo("2NEpo7TZRRrLZSi2U");
        assertThat(Base58.parse("2NEpo7TZRRrLZSi2U")).isEqualTo("Hello World!".getBytes(StandardCharsets.UTF_8));
        assertThat(Base58.of(new byte[] {0, 0, 0x28, 0x7f, (byte) 0xb4, (byte) 0xcd}))
                .isEqualTo("11233QC4");
        assertThat(Base58.parse("")).isEmpty();
    }

    @Property
    void readsWhatItWrites(@ForAll byte[] bytes) {
        assertThat(Base58.parse(Base58.of(bytes))).isEqualTo(bytes);
    }

    @Test
    void refusesWhatIsNone() {
        for (String text : new String[] {"0", "O", "I", "l", "a b", "ä", "1".repeat(3001)}) {
            assertThatThrownBy(() -> Base58.parse(text)).isInstanceOf(Malformed.class);
        }
    }
}
