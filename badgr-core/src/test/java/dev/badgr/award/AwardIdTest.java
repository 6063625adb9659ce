package dev.badgr.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.email.RecipientKey;
import dev.badgr.given.AnyText;
import dev.badgr.text.InvalidValue;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AwardIdTest {
    private static final long YEAR_10000 =
            Instant.parse("+10000-01-01T00:00:00Z").toEpochMilli() - 1;
    private static final IssuerId PLP = new IssuerId("plp");

    @Property(tries = 500)
    void itsTextIsReadBack(@ForAll("ids") AwardId id) {
        assertThat(id.text()).matches("[A-Za-z0-9_-]{43}");
        assertThat(AwardId.parse(id.text())).isEqualTo(id);
        assertThat(id).hasToString(id.text());
    }

    @Property(tries = 2000)
    void anyOtherTextIsRefused(@ForAll("texts") String text) {
        try {
            assertThat(AwardId.parse(text).text()).startsWith(text.substring(0, 42));
        } catch (InvalidValue refused) {
            assertThat(refused.violation().field()).isEqualTo("award");
        }
    }

    @Test
    void nothingIsRefused() {
        assertThatThrownBy(() -> AwardId.parse(null)).isInstanceOf(InvalidValue.class);
    }

    @Property(tries = 1000)
    void laterAwardsComeLater(
            @ForAll("recipients") RecipientKey one,
            @ForAll("recipients") RecipientKey other,
            @ForAll @LongRange(max = 253_402_300_799_999L) long millis,
            @ForAll("gaps") long gap,
            @ForAll Random random) {
        Instant earlier = Instant.ofEpochMilli(Math.min(millis, YEAR_10000 - gap));
        Instant later = earlier.plusMillis(gap);
        AwardId first = AwardId.random(one, earlier, random);
        assertThat(first).isLessThan(AwardId.random(other, later, random));
        assertThat(AwardId.ofExternalKey(one, PLP, "k" + millis, earlier))
                .isLessThan(AwardId.ofExternalKey(other, PLP, "k" + gap, later));
    }

    @Property(tries = 500)
    void itCarriesItsTimeAndSaysThatItIsOfVersion8(@ForAll("ids") AwardId id) {
        assertThat(id.sequence().version()).isEqualTo(8);
        assertThat(id.sequence().variant()).isEqualTo(2);
        Instant time = Instant.ofEpochMilli(id.sequence().getMostSignificantBits() >>> 16);
        assertThat(time.toEpochMilli()).isBetween(0L, YEAR_10000);
    }

    @Property(tries = 500)
    void theOrderAgreesWithEquality(@ForAll("ids") AwardId one, @ForAll("ids") AwardId other) {
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
        assertThat(one).isEqualByComparingTo(AwardId.parse(one.text()));
    }

    @Property(tries = 500)
    void aKeyMakesOneIdAndAnotherAnother(
            @ForAll("recipients") RecipientKey recipient,
            @ForAll String key,
            @ForAll String otherKey,
            @ForAll @LongRange(max = 253_402_300_799_999L) long millis) {
        Instant then = Instant.ofEpochMilli(millis);
        AwardId id = AwardId.ofExternalKey(recipient, PLP, key, then);
        assertThat(AwardId.ofExternalKey(recipient, new IssuerId("plp"), key, then))
                .isEqualTo(id);
        assertThat(AwardId.ofExternalKey(recipient, PLP, otherKey, then).equals(id))
                .isEqualTo(key.equals(otherKey));
        assertThat(AwardId.ofExternalKey(recipient, new IssuerId("plp2"), key, then))
                .isNotEqualTo(id);
        assertThat(AwardId.ofExternalKey(recipient, PLP, key, then.plusMillis(1)))
                .isNotEqualTo(id);
        assertThat(AwardId.ofExternalKey(
                        new RecipientKey(new UUID(~recipient.value().getMostSignificantBits(), 0)), PLP, key, then))
                .isNotEqualTo(id);
    }

    @Provide
    Arbitrary<RecipientKey> recipients() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as((high, low) -> new RecipientKey(new UUID(high, low)));
    }

    @Provide
    Arbitrary<AwardId> ids() {
        Arbitrary<Long> millis = Arbitraries.longs().between(0, YEAR_10000);
        return Combinators.combine(recipients(), millis, Arbitraries.longs())
                .as((recipient, time, seed) -> AwardId.random(recipient, Instant.ofEpochMilli(time), new Random(seed)));
    }

    @Provide
    Arbitrary<Long> gaps() {
        return Arbitraries.longs().between(1, 100_000_000_000L);
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyText.nearlyBase64Url(43);
    }
}
