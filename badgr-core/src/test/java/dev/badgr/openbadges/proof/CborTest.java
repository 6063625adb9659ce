package dev.badgr.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.openbadges.json.Malformed;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CborTest {
    @Test
    void numbersOfEachLength() {
        assertThat(cbor("17").number()).isEqualTo(23);
        assertThat(cbor("18ff").number()).isEqualTo(255);
        assertThat(cbor("19ffff").number()).isEqualTo(65_535);
        assertThat(cbor("1a7fffffff").number()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void listsMapsAndBytes() {
        Cbor cbor = cbor("82a10742beef40");
        assertThat(cbor.list()).isEqualTo(2);
        assertThat(cbor.map()).isEqualTo(1);
        assertThat(cbor.number()).isEqualTo(7);
        assertThat(cbor.bytes()).isEqualTo(new byte[] {(byte) 0xbe, (byte) 0xef});
        assertThat(cbor.bytes()).isEmpty();
        cbor.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "18", "1a80000000", "1b0000000000000001", "1f", "20", "40", "f6"})
    void whatIsNoNumber(String hex) {
        assertThatThrownBy(() -> cbor(hex).number()).isInstanceOf(Malformed.class);
    }

    @Test
    void nothingMayPromiseMoreThanItHas() {
        assertThatThrownBy(() -> cbor("5a7fffffff00").bytes()).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> cbor("9a7fffffff00").list()).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> cbor("ba7fffffff0000").map()).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> cbor("a200").map()).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> cbor("00").end()).isInstanceOf(Malformed.class);
    }

    private static Cbor cbor(String hex) {
        return new Cbor(HexFormat.of().parseHex(hex), 0);
    }
}
