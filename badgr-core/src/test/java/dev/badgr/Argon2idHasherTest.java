package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.account.Password;
import dev.badgr.account.PasswordHash;
import dev.badgr.port.Misconfigured;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idHasherTest {
    private static final Password PASSWORD = new Password("quartz lantern vexing jumbo 7!");
    private static final int QUEUE = 64;

    private final Argon2idHasher hasher = new Argon2idHasher();

    @Test
    void aHashIsAPhcStringWithTheUsualParameters() {
        assertThat(hasher.hash(PASSWORD).orElseThrow().phc())
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hasher.hash(PASSWORD));
    }

    @Test
    void theRightPasswordMatchesAndNoOtherDoes() {
        Optional<PasswordHash> stored = hasher.hash(new Password("Zwölf Boxkämpfer \uD83D\uDE00"));
        assertThat(hasher.matches(new Password("Zwo\u0308lf Boxkämpfer \uD83D\uDE00"), stored))
                .contains(true);
        assertThat(hasher.matches(new Password("zwölf Boxkämpfer \uD83D\uDE00"), stored))
                .contains(false);
        assertThat(hasher.matches(new Password("Zwölf Boxkämpfer \uD83D\uDE00 "), stored))
                .contains(false);
    }

    @Test
    void longPasswordsAreHashedToTheirEnd() {
        Optional<PasswordHash> stored = hasher.hash(new Password("a".repeat(255) + "b"));
        assertThat(hasher.matches(new Password("a".repeat(255) + "b"), stored)).contains(true);
        assertThat(hasher.matches(new Password("a".repeat(255) + "c"), stored)).contains(false);
    }

    @Test
    void nobodysPasswordIsNeverRight() {
        assertThat(hasher.matches(PASSWORD, Optional.empty())).contains(false);
    }

    /** From the tests of the reference implementation, github.com/P-H-C/phc-winner-argon2, src/test.c. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "password;$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "password;$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "password;$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "password;$argon2id$v=19$m=65536,t=1,p=1$c29tZXNhbHQ$9qWtwbpyPd3vm1rB1GThgPzZ3/ydHL92zKL+15XZypg",
                "differentpassword;$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94",
                "password;$argon2id$v=19$m=65536,t=2,p=1$ZGlmZnNhbHQ$vfMrBczELrFdWP0ZsfhWsRPaHppYdP3MVEMIVlqoFBw"
            })
    void hashesOfTheReferenceImplementationAreKnown(String password, String phc) {
        Optional<PasswordHash> stored = Optional.of(new PasswordHash(phc));
        assertThat(hasher.matches(new Password(password), stored)).contains(true);
        assertThat(hasher.matches(new Password(password + "."), stored)).contains(false);
    }

    @ParameterizedTest
    @CsvSource({
        "'m=19456,t=2,p=1',false",
        "'m=19455,t=2,p=1',true",
        "'m=19456,t=1,p=1',true",
        "'m=65536,t=1,p=1',true",
        "'m=65536,t=3,p=4',false"
    })
    void whatWasMadeWithLessIsOutdated(String parameters, boolean outdated) {
        String phc = "$argon2id$v=19$" + parameters + "$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(hasher.isOutdated(new PasswordHash(phc))).isEqualTo(outdated);
    }

    @Test
    void itsOwnHashesAreUpToDateUntilTheParametersRise() {
        PasswordHash now = hasher.hash(PASSWORD).orElseThrow();
        assertThat(hasher.isOutdated(now)).isFalse();
        assertThat(new Argon2idHasher(19 * 1024, 3, 1).isOutdated(now)).isTrue();
        assertThat(new Argon2idHasher(20 * 1024, 2, 1).isOutdated(now)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2b$12$abcdefghijklmnopqrstuuVW0jYzlDqvLQ5DzdLKqHYKyy7Zb9z1a",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZwcHKfbftvj+qf+YFY4NeBbtA",
                "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ",
                "$argon2id$v=19$m=65536,t=2,p=0$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=0,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQab$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "{bcrypt}x",
                "x"
            })
    void anotherAlgorithmsHashNeedsAnotherHasher(String phc) {
        PasswordHash stored = new PasswordHash(phc);
        assertThatThrownBy(() -> hasher.matches(PASSWORD, Optional.of(stored)))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("PasswordHasher")
                .hasMessageNotContaining(phc);
        assertThatThrownBy(() -> hasher.isOutdated(stored)).isInstanceOf(Misconfigured.class);
    }

    @ParameterizedTest
    @CsvSource({"19455,2,1", "19456,1,1", "19456,2,0", "19456,2,17", "2097153,2,1", "19456,101,1"})
    void weakerOrRuinousParametersAreRefused(int kibibytes, int passes, int lanes) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Argon2idHasher(kibibytes, passes, lanes));
    }

    /** All cores are taken: 64 wait, the next is turned away at once, and who waits is served when a core is free. */
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whenSixtyFourWaitTheNextIsTurnedAway() throws Exception {
        Semaphore cores = cores();
        int all = cores.drainPermits();
        ExecutorService people = Executors.newFixedThreadPool(QUEUE);
        try {
            List<Future<Optional<Boolean>>> waiting = new ArrayList<>();
            for (int i = 0; i < QUEUE; i++) {
                waiting.add(people.submit(() -> hasher.matches(PASSWORD, Optional.empty())));
            }
            while (cores.getQueueLength() < QUEUE) {
                Thread.onSpinWait();
            }
            long before = System.nanoTime();
            assertThat(hasher.hash(PASSWORD)).isEmpty();
            assertThat(hasher.matches(PASSWORD, Optional.empty())).isEmpty();
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before))
                    .isLessThan(3);
            cores.release(all);
            assertThat(waiting.get(0).get()).contains(false);
        } finally {
            people.shutdownNow();
        }
        assertThat(people.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(cores.availablePermits())
                .isEqualTo(all)
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void whoeverIsInterruptedIsTurnedAwayAndStaysInterrupted() throws Exception {
        cores().drainPermits();
        Thread.currentThread().interrupt();
        Optional<PasswordHash> hash = hasher.hash(PASSWORD);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(hash).isEmpty();
    }

    private Semaphore cores() throws ReflectiveOperationException {
        Field field = Argon2idHasher.class.getDeclaredField("cores");
        field.setAccessible(true);
        return (Semaphore) field.get(hasher);
    }
}
