package dev.badgr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.port.SignInStore;
import dev.badgr.port.SignInStore.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The law of {@link SignInStore} about waiting after failures. */
public abstract class SignInBackOffContract extends SignInContractBase {
    @Test
    void afterFiveFailuresThePairWaitsHalfAMinute() {
        givenAccount();
        fail(5, START);
        Instant end = START.plusSeconds(30);
        assertBlocked(START, end);
        assertBlocked(end.minusMillis(1), end);
        assertThat(reserve(end).admitted()).isTrue();
    }

    @Test
    void anAddressWithoutAnAccountIsCountedTheSameWay() {
        fail(5, START);
        assertBlocked(START, START.plusSeconds(30));
        assertThat(reserve(START.plusSeconds(30)).admitted()).isTrue();
        assertBlocked(START.plusSeconds(31), START.plusSeconds(30).plus(MINUTE));
    }

    @Test
    void theWaitDoublesUpToAQuarterOfAnHour() {
        givenAccount();
        fail(5, START);
        Instant free = START.plusSeconds(30);
        for (int wait : new int[] {60, 120, 240, 480, 900, 900, 900}) {
            assertThat(reserve(free).admitted()).isTrue();
            Instant next = free.plusSeconds(wait);
            assertBlocked(free, next);
            free = next;
        }
    }

    @Test
    void blockedAttemptsAreNotCounted() {
        givenAccount();
        fail(5, START);
        for (int i = 0; i < 200; i++) {
            assertBlocked(START.plusSeconds(1), START.plusSeconds(30));
        }
        Instant free = START.plusSeconds(30);
        assertThat(reserve(free).admitted()).isTrue();
        assertBlocked(free, free.plus(MINUTE));
        assertThat(reserve(recipient, Some.client(), free).disabled()).isFalse();
    }

    @Test
    void fourFailuresAreForgottenWhenTheirWindowIsOver() {
        givenAccount();
        fail(4, START);
        fail(4, START.plus(RULES.window()));
        assertThat(reserve(START.plus(RULES.window())).admitted()).isTrue();
        assertBlocked(START.plus(RULES.window()), START.plus(RULES.window()).plusSeconds(30));
    }

    @Test
    void aWindowBeginsWithItsFirstFailure() {
        givenAccount();
        fail(1, START);
        Instant last = START.plus(RULES.window()).minusMillis(1);
        fail(4, last);
        assertBlocked(last, last.plusSeconds(30));
    }

    @Test
    void waitsGoOnDoublingAfterTheWindow() {
        givenAccount();
        fail(5, START);
        Instant later = START.plus(RULES.window()).plus(MINUTE);
        fail(1, later);
        assertBlocked(later, later.plus(MINUTE));
    }

    @Test
    void waitsAreForgottenALongWhileAfterTheLastAttempt() {
        Duration longWhile = RULES.longestBackOff().plus(RULES.window());
        fail(5, START);
        Instant almost = START.plus(longWhile).minusMillis(1);
        fail(1, almost);
        assertBlocked(almost, almost.plus(MINUTE));
        Instant then = almost.plus(longWhile);
        fail(5, then);
        assertBlocked(then, then.plusSeconds(30));
    }

    @Test
    void anotherClientDoesNotWait() {
        givenAccount();
        fail(5, START);
        assertThat(reserve(recipient, Some.client(), START).admitted()).isTrue();
    }

    @Test
    void anotherAccountDoesNotWait() {
        givenAccount();
        fail(5, START);
        EmailAddress other = Some.address();
        accountAt(other);
        assertThat(reserve(Some.recipient(other), client, START).admitted()).isTrue();
    }

    @Test
    void failuresAreThoseOfTheAccountByWhateverAddress() {
        EmailAddress second = Some.address();
        accountAt(address, second);
        fail(3, START);
        assertThat(reserve(Some.recipient(second), client, START).admitted()).isTrue();
        assertThat(reserve(Some.recipient(second), client, START).admitted()).isTrue();
        assertBlocked(START, START.plusSeconds(30));
    }

    @Test
    void ofManyAttemptsAtOnceFiveAreAdmitted() {
        givenAccount();
        List<Attempt> attempts = Race.of(CROWD, i -> reserve(START));
        assertThat(attempts).filteredOn(Attempt::admitted).hasSize(5);
        assertThat(attempts)
                .filteredOn(a -> !a.admitted())
                .extracting(Attempt::blockedUntil)
                .containsOnly(Optional.of(START.plusSeconds(30)));
    }

    @Test
    void ofManyAttemptsAtOnceWithoutAnAccountFiveAreAdmitted() {
        List<Attempt> attempts = Race.of(CROWD, i -> reserve(START));
        assertThat(attempts).filteredOn(Attempt::admitted).hasSize(5);
    }
}
