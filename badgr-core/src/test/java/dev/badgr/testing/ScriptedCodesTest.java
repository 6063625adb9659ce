package dev.badgr.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.badgr.email.VerificationCode;
import dev.badgr.fixture.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedCodesTest {
    private static final String TOKEN = "abcdefghijklmnopqrst-_";

    @Test
    void eachKindIsHandedOutInOrder() {
        ScriptedCodes codes = ScriptedCodes.of("111111", TOKEN, "002222");
        assertThat(codes.code()).isEqualTo(new VerificationCode("111111"));
        assertThat(codes.code()).isEqualTo(new VerificationCode("002222"));
        assertThat(codes.token()).isEqualTo(new VerificationCode(TOKEN));
    }

    @Test
    void whenAllAreHandedOutItSaysSo() {
        ScriptedCodes codes = ScriptedCodes.of("111111");
        codes.code();
        assertThatIllegalStateException()
                .isThrownBy(codes::code)
                .withMessage("no code of six digits is left: give ScriptedCodes.of(..) one for each mail");
        assertThatIllegalStateException()
                .isThrownBy(codes::token)
                .withMessageStartingWith("no token of 22 characters is left");
    }

    @Test
    void whatIsNoCodeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScriptedCodes.of("12345"));
    }

    @Test
    void eachCodeGoesToOneOfACrowd() {
        ScriptedCodes codes = ScriptedCodes.of("111111", "222222", "333333", "444444");
        List<VerificationCode> handedOut = Race.of(4, i -> codes.code());
        assertThat(handedOut).doesNotHaveDuplicates();
    }
}
