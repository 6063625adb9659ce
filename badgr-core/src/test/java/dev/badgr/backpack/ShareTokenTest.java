package dev.badgr.backpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.given.AnyText;
import dev.badgr.text.InvalidValue;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ShareTokenTest {
    @Property(tries = 300)
    void itIsReadBack(@ForAll long seed) {
        ShareToken token = ShareToken.random(new Random(seed));
        assertThat(ShareToken.parse(token.value())).isEqualTo(token);
        assertThat(token.hash()).matches("[A-Za-z0-9_-]{43}").doesNotContain(token.value());
        assertThat(token).hasToString("ShareToken[redacted]");
    }

    @Property(tries = 300)
    void twoTokensHaveTwoHashes(@ForAll long seed, @ForAll long other) {
        ShareToken one = ShareToken.random(new Random(seed));
        ShareToken two = ShareToken.random(new Random(other));
        assertThat(one.hash().equals(two.hash())).isEqualTo(one.equals(two));
    }

    @Property(tries = 2000)
    void anyOtherTextIsRefused(@ForAll("texts") String text) {
        try {
            assertThat(ShareToken.parse(text).value()).isEqualTo(text).matches("[A-Za-z0-9_-]{22}");
        } catch (InvalidValue refused) {
            assertThat(refused.violation().field()).isEqualTo("share");
        }
    }

    /** SHA-256 of 22 times "A", taken with another program. */
    @Test
    void itsHashIsSha256() {
        assertThat(ShareToken.parse("A".repeat(22)).hash()).isEqualTo("ilvbTMFRZBJsbvJmjendJA0pnOY5ekLJWpQRuT0IDtg");
    }

    @Test
    void nothingIsRefused() {
        assertThatThrownBy(() -> ShareToken.parse(null)).isInstanceOf(InvalidValue.class);
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyText.nearlyBase64Url(22);
    }
}
