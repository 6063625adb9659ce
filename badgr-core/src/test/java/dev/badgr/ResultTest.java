package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ResultTest {
    private static final Result<String> DONE = Result.success("welcome");
    private static final Refusal NO = new Refusal.WrongCode(3);
    private static final Result<String> REFUSED = Result.refused(NO);

    @Test
    void aSuccessHandsOutItsValue() {
        assertThat(DONE.isSuccess()).isTrue();
        assertThat(DONE.orElseThrow()).isEqualTo("welcome");
        assertThat(DONE.<Object>fold(String::length, refusal -> refusal)).isEqualTo(7);
        assertThat(DONE).isEqualTo(new Result.Success<>("welcome"));
    }

    @Test
    void aRefusalHandsOutWhy() {
        assertThat(REFUSED.isSuccess()).isFalse();
        assertThat(REFUSED.<Object>fold(String::length, refusal -> refusal)).isEqualTo(NO);
        assertThat(REFUSED).isEqualTo(new Result.Refused<>(NO));
    }

    @Test
    void forHostsThatPreferExceptionsARefusalIsOne() {
        RefusedException thrown = catchThrowableOfType(RefusedException.class, REFUSED::orElseThrow);
        assertThat(thrown.refusal()).isEqualTo(NO);
        assertThat(thrown).hasMessage(NO.message(Locale.ENGLISH)).hasMessageContaining("Tries left: 3");
    }

    @Test
    void aSuccessGoesOn() {
        assertThat(DONE.then(value -> Result.success(value.length()))).isEqualTo(Result.success(7));
        assertThat(DONE.then(value -> REFUSED)).isSameAs(REFUSED);
    }

    @Test
    void aRefusalStaysOneAndNothingMoreIsDone() {
        Result<Integer> after = REFUSED.then(value -> {
            throw new AssertionError("went on with " + value);
        });
        assertThat(after).isEqualTo(Result.refused(NO));
    }

    @Test
    void whatGoesWrongOnTheWayIsNotSwallowed() {
        IllegalStateException wrong = new IllegalStateException("wrong");
        assertThatThrownBy(() -> DONE.then(value -> {
                    throw wrong;
                }))
                .isSameAs(wrong);
    }
}
