package dev.badgr.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {
    @Test
    void whatIsWrittenIsReadBack() {
        UUID any = Uuids.random(new Random());
        assertThat(Uuids.parse(any.toString())).contains(any);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "1-2-3-4-5",
                "0123ABCD-0123-0123-0123-0123456789ab",
                " 0123abcd-0123-0123-0123-0123456789ab",
                "0123abcd-0123-0123-0123-0123456789abc",
                "0123abcd-0123-0123-0123-0123456789ab\n",
                "0123abcd001230123-0123-0123456789abcd"
            })
    void noOtherTextIsOne(String text) {
        assertThat(Uuids.parse(text)).isEmpty();
    }

    @Test
    void theOrderIsThatOfTheText() {
        Stream<UUID> disorder = Stream.of(
                new UUID(-1, -1), new UUID(1, -1), new UUID(1, 0), new UUID(Long.MIN_VALUE, 0), new UUID(0, 0));
        assertThat(disorder.sorted(Uuids.ORDER).map(UUID::toString)).isSorted().hasSize(5);
    }
}
