package dev.badgr.contract;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.SignInRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.ClientKey;
import dev.badgr.port.SignInStore;
import dev.badgr.port.SignInStore.Attempt;
import dev.badgr.port.SignInStore.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The law of {@link SignInStore}. */
public abstract class SignInStoreContract extends StorageContractBase {
    private static final SignInRules RULES = SignInRules.standard();
    private static final Instant START = Times.NOW;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final EmailAddress address = Some.address();
    private final RecipientKey recipient = Some.recipient(address);
    private final ClientKey client = Some.client();
    private final PasswordHash password = Some.password();

    @Test
    void anAttemptFindsTheCredentials() {
        Account account = givenAccount();
        Attempt attempt = reserve(START);
        assertThat(attempt.admitted()).isTrue();
        assertThat(attempt.credentials()).contains(new Credentials(account.id(), Optional.of(password)));
    }

    @Test
    void anyAddressOfAnAccountFindsItsCredentials() {
        Account account = accountAt(Some.address(), address);
        assertThat(reserve(START).credentials()).contains(new Credentials(account.id(), account.password()));
    }

    @Test
    void anAccountMayHaveNoPassword() {
        Account account = created(anAccount().at(address).withoutPassword().build());
        assertThat(reserve(START).credentials()).contains(new Credentials(account.id(), Optional.empty()));
    }

    @Test
    void anAddressWithoutAnAccountIsAdmittedWithoutCredentials() {
        Attempt attempt = reserve(START);
        assertThat(attempt.admitted()).isTrue();
        assertThat(attempt.credentials()).isEmpty();
    }

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
    void aBlockedAttemptFindsTheSameCredentials() {
        Account account = givenAccount();
        fail(5, START);
        assertThat(reserve(START).credentials()).contains(new Credentials(account.id(), Optional.of(password)));
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
    void aHundredFailuresInARowDisableThePassword() {
        givenAccount();
        for (int i = 0; i < 100; i++) {
            assertThat(reserve(recipient, Some.client(), START).admitted()).isTrue();
        }
        Attempt next = reserve(recipient, Some.client(), START.plus(Duration.ofDays(400)));
        assertThat(next.disabled()).isTrue();
        assertThat(next.admitted()).isFalse();
    }

    @Test
    void successForgetsThePairAndTheRow() {
        Account account = givenAccount();
        for (int i = 0; i < 95; i++) {
            reserve(recipient, Some.client(), START);
        }
        fail(4, START);
        stores().signIns().succeed(account.id(), client, password, Optional.empty());
        fail(5, START);
        assertBlocked(START, START.plusSeconds(30));
        assertThat(reserve(recipient, Some.client(), START).admitted()).isTrue();
        assertThat(stores().accounts().byId(account.id())).contains(account);
    }

    @Test
    void successOfOneClientLeavesAnotherWaiting() {
        Account account = givenAccount();
        fail(5, START);
        stores().signIns().succeed(account.id(), Some.client(), password, Optional.empty());
        assertBlocked(START, START.plusSeconds(30));
    }

    @Test
    void successMayRenewTheHashAndKeepsTheEpoch() {
        Account account = givenAccount();
        PasswordHash newer = Some.password();
        stores().signIns().succeed(account.id(), client, password, Optional.of(newer));
        Account after = stores().accounts().byId(account.id()).orElseThrow();
        assertThat(after.password()).contains(newer);
        assertThat(after.epoch()).isEqualTo(account.epoch());
        assertThat(reserve(START).credentials()).contains(new Credentials(account.id(), Optional.of(newer)));
    }

    @Test
    void aHashThatWasChangedMeanwhileIsNotRenewed() {
        Account account = givenAccount();
        Account after = changed(account, account.withPassword(Some.password()));
        stores().signIns().succeed(account.id(), client, password, Optional.of(Some.password()));
        assertThat(stores().accounts().byId(account.id())).contains(after);
    }

    @Test
    void recoveryForgivesAllFailures() {
        Account account = givenAccount();
        fail(5, START);
        for (int i = 0; i < 95; i++) {
            reserve(recipient, Some.client(), START);
        }
        assertThat(reserve(recipient, Some.client(), START).disabled()).isTrue();
        stores().signIns().forgive(account.id());
        fail(5, START);
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

    @Test
    void noFailureInARowIsLostInACrowdOfClients() {
        givenAccount();
        for (int i = 0; i < 100 - CROWD; i++) {
            reserve(recipient, Some.client(), START);
        }
        List<Attempt> attempts = Race.of(CROWD, i -> reserve(recipient, Some.client(), START));
        assertThat(attempts).allMatch(Attempt::admitted);
        assertThat(reserve(recipient, Some.client(), START).disabled()).isTrue();
    }

    private Account givenAccount() {
        return created(anAccount().at(address).withPassword(password).build());
    }

    private void fail(int times, Instant now) {
        for (int i = 0; i < times; i++) {
            assertThat(reserve(now).admitted()).isTrue();
        }
    }

    private void assertBlocked(Instant now, Instant until) {
        Attempt attempt = reserve(now);
        assertThat(attempt.admitted()).isFalse();
        assertThat(attempt.disabled()).isFalse();
        assertThat(attempt.blockedUntil()).contains(until);
    }

    private Attempt reserve(Instant now) {
        return reserve(recipient, client, now);
    }

    private Attempt reserve(RecipientKey who, ClientKey from, Instant now) {
        return stores().signIns().reserve(who, from, RULES, now);
    }
}
