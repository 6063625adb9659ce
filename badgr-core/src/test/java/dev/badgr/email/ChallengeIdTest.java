package dev.badgr.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.given.AnyText;
import dev.badgr.text.InvalidValue;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChallengeIdTest {
    @Property(tries = 500)
    void itsTextIsReadBack(@ForAll long high, @ForAll long low) {
        ChallengeId id = new ChallengeId(new UUID(high, low));
        assertThat(id.text()).hasSize(22);
        assertThat(ChallengeId.parse(id.text())).isEqualTo(id);
        assertThat(id.toString()).doesNotContain(id.text().substring(5));
    }

    @Property(tries = 2000)
    void anyOtherTextIsRefused(@ForAll("texts") String text) {
        try {
            assertThat(ChallengeId.parse(text).text()).startsWith(text.substring(0, 21));
        } catch (InvalidValue refused) {
            assertThat(refused.violation().field()).isEqualTo("challenge");
        }
    }

    @Test
    void nothingIsRefused() {
        assertThatThrownBy(() -> ChallengeId.parse(null)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> ChallengeId.parse("")).isInstanceOf(InvalidValue.class);
    }

    @Property(tries = 100)
    void itTakesAll128BitsOfItsSource(@ForAll long seed) {
        byte[] bits = new byte[16];
        new Random(seed).nextBytes(bits);
        UUID value = ChallengeId.random(new Random(seed)).value();
        assertThat(java.nio.ByteBuffer.wrap(bits).getLong()).isEqualTo(value.getMostSignificantBits());
        assertThat(java.nio.ByteBuffer.wrap(bits).getLong(8)).isEqualTo(value.getLeastSignificantBits());
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyText.nearlyBase64Url(22);
    }
}
