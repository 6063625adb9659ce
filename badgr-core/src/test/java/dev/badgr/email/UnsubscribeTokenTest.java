package dev.badgr.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.badgr.email.UnsubscribeToken.Mailing;
import dev.badgr.given.AnyText;
import dev.badgr.text.InvalidValue;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnsubscribeTokenTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final HmacKey KEY =
            HmacKey.of("0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    private static final HmacKey OTHER = HmacKey.of(new byte[32]);

    @Property
    void aTokenSaysWhatItStopsAndForWhom(@ForAll Mailing mailing, @ForAll long high, @ForAll long low) {
        UUID subject = new UUID(high, low);
        UnsubscribeToken token = UnsubscribeToken.of(mailing, subject, KEY);
        UnsubscribeToken read = UnsubscribeToken.genuine(token.value(), List.of(OTHER, KEY));
        assertThat(read).isEqualTo(token).hasToString("UnsubscribeToken[redacted]");
        assertThat(read.mailing()).isEqualTo(mailing);
        assertThat(read.subject()).isEqualTo(subject);
    }

    /** The 64 characters carry 384 bits and none to spare. */
    @Property
    void anyFlippedBitFails(@ForAll Mailing mailing, @ForAll long id, @ForAll @IntRange(max = 383) int bit) {
        String token = UnsubscribeToken.of(mailing, new UUID(id, ~id), KEY).value();
        int at = 1 + bit / 6;
        char flipped = ALPHABET.charAt(ALPHABET.indexOf(token.charAt(at)) ^ (1 << (bit % 6)));
        requireRefused(token.substring(0, at) + flipped + token.substring(at + 1), KEY);
    }

    @Property(tries = 100)
    void aTokenForOneKindOfMailsIsNoneForAnother(@ForAll Mailing mailing, @ForAll long id) {
        String token = UnsubscribeToken.of(mailing, new UUID(id, id), KEY).value();
        String other = mailing == Mailing.EMAIL_UPDATES ? "a" : "u";
        requireRefused(other + token.substring(1), KEY);
    }

    @Property(tries = 100)
    void aTokenUnderAnotherKeyFails(@ForAll Mailing mailing, @ForAll long id) {
        requireRefused(UnsubscribeToken.of(mailing, new UUID(id, id), KEY).value(), OTHER);
    }

    @Property
    void anythingElseFails(@ForAll("texts") String text) {
        requireRefused(text, KEY);
    }

    @Test
    void nothingFails() {
        requireRefused(null, KEY);
    }

    @Provide
    Arbitrary<String> texts() {
        String good =
                UnsubscribeToken.of(Mailing.AWARD_MAILS, new UUID(1, 2), KEY).value();
        Arbitrary<String> like =
                Arbitraries.strings().withChars(ALPHABET).ofMinLength(60).ofMaxLength(70);
        return Arbitraries.oneOf(
                AnyText.anything(),
                like,
                like.map(text -> "u" + text),
                Arbitraries.of(
                        good + "=", " " + good, good + "\n", good + "A", good.substring(1), good.substring(0, 64)));
    }

    private static void requireRefused(@Nullable String text, HmacKey key) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> UnsubscribeToken.genuine(text, List.of(key)))
                .satisfies(refused -> {
                    assertThat(refused.violation().field()).isEqualTo("token");
                    assertThat(refused.violation().rule()).isEqualTo("unsubscribe.format");
                });
    }
}
