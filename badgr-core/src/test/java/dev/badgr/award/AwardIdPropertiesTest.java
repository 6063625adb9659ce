package dev.badgr.award;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.email.RecipientKey;
import dev.badgr.text.InvalidValue;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** An award's id: read back as it was written, ordered by time, the same for the same key. */
class AwardIdPropertiesTest {
    private static final IssuerId PLP = new IssuerId("plp");

    @Property
    void itIsReadBackAsItWasWritten(@ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
        AwardId id = new AwardId(new RecipientKey(new UUID(a, b)), new UUID(c, d));
        assertThat(AwardId.parse(id.text())).isEqualTo(id);
        assertThat(id.text()).hasSize(43).matches("[A-Za-z0-9_-]+");
    }

    @Property
    void anyTextIsAnIdOrARefusal(@ForAll("texts") String text) {
        try {
            assertThat(AwardId.parse(text).text()).hasSize(43);
        } catch (InvalidValue invalid) {
            assertThat(invalid.getMessage()).isEqualTo("award: award.format");
        }
    }

    @Property
    void idsAreOrderedByTimeAndThenAsTheirBytes(
            @ForAll("times") Instant one, @ForAll("times") Instant other, @ForAll long seed) {
        AwardId first = AwardId.random(recipient(1), one, new Random(seed));
        AwardId second = AwardId.random(recipient(2), other, new Random(~seed));
        if (!one.equals(other)) {
            assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Integer.signum(one.compareTo(other)));
        }
        int bytes = (first.sequence() + "" + first.recipient().value())
                .compareTo(second.sequence() + "" + second.recipient().value());
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Integer.signum(bytes));
        assertThat(first.compareTo(second)).isEqualTo(-second.compareTo(first));
        assertThat(first.compareTo(AwardId.parse(first.text()))).isZero();
    }

    @Property
    void theSameKeyAtTheSameTimeIsTheSameId(
            @ForAll @StringLength(min = 1, max = 20) String key,
            @ForAll @StringLength(min = 1, max = 20) String otherKey,
            @ForAll("times") Instant time) {
        AwardId id = AwardId.ofExternalKey(recipient(1), PLP, key, time);
        assertThat(AwardId.ofExternalKey(recipient(1), PLP, key, time)).isEqualTo(id);
        assertThat(AwardId.ofExternalKey(recipient(1), PLP, otherKey, time).equals(id))
                .isEqualTo(key.equals(otherKey));
        assertThat(AwardId.ofExternalKey(recipient(1), PLP, key, time.plusMillis(1)))
                .isNotEqualTo(id);
        assertThat(AwardId.ofExternalKey(recipient(1), new IssuerId("other"), key, time))
                .isNotEqualTo(id);
        assertThat(id.sequence().version()).isEqualTo(8);
        assertThat(id.sequence().variant()).isEqualTo(2);
        assertThat(id.sequence().getMostSignificantBits() >>> 16).isEqualTo(time.toEpochMilli());
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(0, Instant.parse("9999-12-31T23:59:59Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars("Ab0_-=+/.").ofMinLength(41).ofMaxLength(45));
    }

    private static RecipientKey recipient(long bits) {
        return new RecipientKey(new UUID(bits, bits));
    }
}
