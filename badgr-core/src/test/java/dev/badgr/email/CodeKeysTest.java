package dev.badgr.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CodeKeysTest {
    private static final VerificationCode RIGHT = new VerificationCode("123456");
    private static final VerificationCode WRONG = new VerificationCode("654321");

    /** A code that was sent, and until when the key that signed it judges; null while it is the newest. */
    private static final class Sent {
        final ChallengeId challenge = ChallengeId.random(Some.random());
        final CodeHash stored;
        Instant until = Instant.MAX;

        Sent(CodeKeys keys) {
            stored = keys.sign(RIGHT, challenge);
        }
    }

    /** Each number is a wait in minutes after which one rotates; a code is sent in each of the spans between. */
    @Property(tries = 200)
    void aCodeIsRightUntilAnHourAfterItsKeyWasSuperseded(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 90) Integer> waits) {
        Instant now = Times.NOW;
        CodeKeys keys = CodeKeys.of(HmacKey.random(Some.random()));
        List<Sent> all = new ArrayList<>();
        for (int minutes : waits) {
            Sent sent = new Sent(keys);
            all.add(sent);
            now = now.plus(Duration.ofMinutes(minutes));
            keys = keys.rotatedTo(HmacKey.random(Some.random()), now);
            sent.until = now.plus(Duration.ofHours(1));
            requireAgreement(keys, all, now);
        }
        all.add(new Sent(keys));
        requireAgreement(keys, all, now);
        requireAgreement(keys, all, now.plus(Duration.ofMinutes(60)).minusMillis(1));
        requireAgreement(keys, all, now.plus(Duration.ofMinutes(60)));
    }

    private static void requireAgreement(CodeKeys keys, List<Sent> all, Instant now) {
        for (Sent sent : all) {
            CodeHashes right = keys.guessed(RIGHT, sent.challenge, now);
            boolean judged = now.isBefore(sent.until);
            assertThat(right.include(sent.stored)).isEqualTo(judged);
            assertThat(right.knowTheKeyOf(sent.stored)).isEqualTo(judged);
            assertThat(keys.guessed(WRONG, sent.challenge, now).include(sent.stored))
                    .isFalse();
        }
    }

    @Test
    void theNewestAloneSigns() {
        HmacKey newest = HmacKey.random(Some.random());
        CodeKeys keys = CodeKeys.of(Some.SECRET).rotatedTo(newest, Times.NOW).announcing(HmacKey.random(Some.random()));
        assertThat(keys.sign(RIGHT, ChallengeId.random(Some.random())).keyId()).isEqualTo(newest.id());
    }

    @Test
    void aKeyThatWasRotatedBackToIsOneKey() {
        CodeKeys keys = CodeKeys.of(Some.SECRET)
                .with(new CodeKeys.Former(Some.SECRET, Times.NOW))
                .announcing(Some.SECRET);
        assertThat(keys.guessed(RIGHT, ChallengeId.random(Some.random()), Times.NOW)
                        .all())
                .hasSize(1);
    }

    @Test
    void whatIsKeptOfAKeyTellsNothingOfIt() {
        HmacKey key = HmacKey.random(Some.random());
        CodeKeys keys = CodeKeys.of(key).announcing(key).with(new CodeKeys.Former(key, Times.NOW));
        assertThat(key.id())
                .hasSize(6)
                .isNotEqualTo(HmacKey.random(Some.random()).id());
        assertThat(keys.toString()).doesNotContain(key.id()).contains("redacted");
        assertThat(keys.guessed(RIGHT, ChallengeId.random(Some.random()), Times.NOW)
                        .toString())
                .doesNotContain(key.id())
                .contains("redacted");
    }

    @Test
    void aGuessHasAtLeastOneHash() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeHashes(List.of()));
    }
}
