package dev.badgr.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.fixture.Some;
import dev.badgr.text.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoveIdTest {
    @Test
    void itsTextIsReadBack() {
        MoveId id = MoveId.random(Some.random());
        assertThat(MoveId.parse(id.text())).isEqualTo(id).hasToString(id.text());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "1-1-1-1-1", "00000000-0000-0000-0000-00000000000", " 1", "1-1-1-1-1\u0000"})
    void otherTextIsRefused(@Nullable String text) {
        assertThatThrownBy(() -> MoveId.parse(text)).isInstanceOf(InvalidValue.class);
    }
}
