package dev.badgr.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.badgr.email.EmailAddress;
import dev.badgr.given.AnyForm;
import dev.badgr.given.AnyText;
import dev.badgr.given.DefaultLocale;
import dev.badgr.text.InvalidValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final String GOOD = "quartz lantern vexing jumbo";
    private static final String STRONG_100 =
            "kV3.zQ9!xw-T7r_Lp2#Bm5%Hs8&Dn1(Gf4)Jc6=Yt0+aE".repeat(3).substring(0, 100);
    private static final Optional<PersonName> MIRIAM = Optional.of(new PersonName("Miriam", "Li"));

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyPasswordIsTakenOrRefusedForAReason(
            @ForAll("passwords") Password password, @ForAll("locales") Locale there) {
        Optional<String> verdict = verdict(password, MIRIAM, List.of());
        assertThat(verdict.orElse("password.guessable"))
                .isIn("password.too-short", "password.personal", "password.guessable");
        if (password.length() < 15) {
            assertThat(verdict).contains("password.too-short");
        }
        assertThat(DefaultLocale.is(there, () -> verdict(password, MIRIAM, List.of())))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"kV3.zQ9!xw-T7r,true", "kV3.zQ9!xw-T7r_,false", "王𠮷野カ.zQ9!xw-T7,true", "王𠮷野カ.zQ9!xw-T7r_,false"})
    void fifteenCodePointsAreEnough(String password, boolean tooShort) {
        assertThat(verdict(password).isPresent()).isEqualTo(tooShort);
        assertThat(verdict(password).orElse("password.too-short")).isEqualTo("password.too-short");
    }

    @Test
    void withASecondFactorEightAreEnough() {
        PasswordPolicy policy = PasswordPolicy.withSecondFactor();
        policy.require(new Password("kV3.zQ9!x"), Optional.empty(), List.of());
        assertThat(verdict(policy, "password")).contains("password.guessable");
        assertThat(verdict(policy, "kV3.zQ9")).contains("password.too-short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "aaaaaaaaaaaaaaaaaaaaaaaa",
                "123456789012345",
                "qwertyuiopasdfghjkl",
                "iloveyouiloveyou"
            })
    void whatIsGuessedFirstIsRefused(String password) {
        assertThat(verdict(password)).contains("password.guessable");
    }

    @ParameterizedTest
    @CsvSource({
        "'quartz MIRIAM vexing jumbo',Miriam,Li",
        "'quartz lantern müller jumbo',Mia,MÜLLER",
        "'quartz lantern tanaka jumbo',Ｔａｎａｋａ,Li",
        "'quartz irma ışık lantern',IRMA,Li",
        "'xxmiriamxx vexing jumbo 7',Miriam,Li"
    })
    void theNameInItIsRefusedWhateverItsCaseAndWidth(String password, String firstName, String lastName) {
        for (Locale there : AnyText.LOCALES) {
            Optional<PersonName> name = Optional.of(new PersonName(firstName, lastName));
            assertThat(DefaultLocale.is(there, () -> verdict(new Password(password), name, List.of())))
                    .contains("password.personal");
        }
    }

    @Test
    void anAddressInItOrWhatIsBeforeItsAtIsRefused() {
        List<EmailAddress> addresses =
                List.of(EmailAddress.parse("q@x.org"), EmailAddress.parse("M.Okonkwo@school.edu"));
        assertThat(verdict(new Password("quartz m.okonkwo@SCHOOL.edu 7"), Optional.empty(), addresses))
                .contains("password.personal");
        assertThat(verdict(new Password("quartz lantern m.okonkwo"), Optional.empty(), addresses))
                .contains("password.personal");
        assertThat(verdict(new Password("quartz lantern q@x.org jumbo"), Optional.empty(), addresses))
                .contains("password.personal");
        assertThat(verdict(new Password("quartz lantern quiet jumbo"), Optional.empty(), addresses))
                .isEmpty();
    }

    @Test
    void aNameOfTwoOrThreeLettersCountsWhereItStandsAlone() {
        Optional<PersonName> name = Optional.of(new PersonName("Jo", "Umb"));
        assertThat(verdict(new Password(GOOD), name, List.of())).isEmpty();
        assertThat(verdict(new Password(GOOD + " jo 7"), name, List.of())).contains("password.personal");
        assertThat(verdict(new Password(GOOD + "-UMB"), name, List.of())).contains("password.personal");
    }

    @Test
    void theFirstHundredCodePointsDecideWhetherItIsGuessable() {
        assertThat(verdict(STRONG_100 + "a".repeat(156))).isEmpty();
        assertThat(verdict("a".repeat(100) + STRONG_100)).contains("password.guessable");
        assertThat(verdict("𠮷".repeat(99) + STRONG_100)).contains("password.guessable");
    }

    @ParameterizedTest
    @CsvSource({"7,3", "257,3", "15,2", "15,5"})
    void aWeakerPolicyIsRefused(int minLength, int minScore) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordPolicy(minLength, minScore));
    }

    @Provide
    Arbitrary<Password> passwords() {
        return AnyForm.password().filter(PasswordPolicyTest::isPassword).map(Password::new);
    }

    @Provide
    Arbitrary<Locale> locales() {
        return Arbitraries.of(AnyText.LOCALES);
    }

    private static boolean isPassword(@org.jspecify.annotations.Nullable String typed) {
        try {
            return Password.parse(typed).length() > 0;
        } catch (InvalidValue refused) {
            return false;
        }
    }

    private static Optional<String> verdict(String password) {
        return verdict(PasswordPolicy.standard(), password);
    }

    private static Optional<String> verdict(PasswordPolicy policy, String password) {
        return verdict(policy, new Password(password), Optional.empty(), List.of());
    }

    private static Optional<String> verdict(
            Password password, Optional<PersonName> name, List<EmailAddress> addresses) {
        return verdict(PasswordPolicy.standard(), password, name, addresses);
    }

    private static Optional<String> verdict(
            PasswordPolicy policy, Password password, Optional<PersonName> name, List<EmailAddress> addresses) {
        try {
            policy.require(password, name, addresses);
            return Optional.empty();
        } catch (InvalidValue refused) {
            assertThat(refused.violation().field()).isEqualTo("password");
            return Optional.of(refused.violation().rule());
        }
    }
}
