package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.badgr.account.Password;
import dev.badgr.account.PasswordHash;
import dev.badgr.fixture.Race;
import dev.badgr.port.Misconfigured;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Argon2idHasherTest {
    private static final Password PASSWORD = new Password("zebra quartz teapot lagoon");

    private final Argon2idHasher hasher = new Argon2idHasher();

    @Test
    void aHashIsAPhcStringWithItsParametersAndANewSalt() {
        PasswordHash one = hasher.hash(PASSWORD).orElseThrow();
        PasswordHash other = hasher.hash(PASSWORD).orElseThrow();
        assertThat(one.phc()).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void thePasswordMatchesAndNoOtherDoes() {
        Optional<PasswordHash> stored = hasher.hash(PASSWORD);
        assertThat(hasher.matches(PASSWORD, stored)).contains(true);
        assertThat(hasher.matches(new Password("zebra quartz teapot lagooN"), stored))
                .contains(false);
        assertThat(hasher.matches(PASSWORD, Optional.empty())).contains(false);
    }

    /** From the reference implementation's own tests, phc-winner-argon2, src/test.c, Argon2id version 0x13. */
    @Test
    void itAgreesWithTheReferenceImplementation() {
        var known = new PasswordHash(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
        assertThat(hasher.matches(new Password("password"), Optional.of(known))).contains(true);
        assertThat(hasher.matches(new Password("differentpassword"), Optional.of(known)))
                .contains(false);
    }

    @Test
    void aHashWithWeakerParametersIsOutdatedAndStillMatches() {
        PasswordHash today = hasher.hash(PASSWORD).orElseThrow();
        var tomorrow = new Argon2idHasher(20 * 1024, 3, 1);
        assertThat(hasher.isOutdated(today)).isFalse();
        assertThat(tomorrow.isOutdated(today)).isTrue();
        assertThat(tomorrow.matches(PASSWORD, Optional.of(today))).contains(true);
        assertThat(hasher.isOutdated(tomorrow.hash(PASSWORD).orElseThrow())).isFalse();
    }

    @Test
    void weakerParametersThanTheFloorAreMisuse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Argon2idHasher(19 * 1024 - 1, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Argon2idHasher(19 * 1024, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Argon2idHasher(19 * 1024, 2, 0));
    }

    @Test
    void anotherFormatIsAMistakeOfTheInstallationAndIsNotQuoted() {
        PasswordHash bcrypt = new PasswordHash("$2a$10$abcdefghijklmnopqrstuv");
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> hasher.matches(PASSWORD, Optional.of(bcrypt)))
                .withMessageContaining("PasswordHasher")
                .withMessageNotContaining("abcdef");
    }

    @Test
    void ofManyAtOnceSomeAreTurnedAwayInsteadOfWaitingForEver() {
        List<Optional<PasswordHash>> outcomes = Race.of(150, i -> hasher.hash(PASSWORD));
        assertThat(outcomes).anyMatch(Optional::isPresent).anyMatch(Optional::isEmpty);
        assertThat(hasher.hash(PASSWORD)).as("and afterwards all is well").isPresent();
    }

    @Test
    void whoIsInterruptedWhileWaitingGetsNothingAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(hasher.hash(PASSWORD)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }
}
