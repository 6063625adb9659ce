package dev.badgr.contract;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.Records.aRecordOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.PasswordHash;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.port.Event;
import dev.badgr.port.SignInStore;
import dev.badgr.port.SignInStore.Attempt;
import dev.badgr.port.SignInStore.Credentials;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The law of {@link SignInStore}; {@link SignInBackOffContract} has that about waiting. */
public abstract class SignInStoreContract extends SignInContractBase {
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
    void aBlockedAttemptFindsTheSameCredentials() {
        Account account = givenAccount();
        fail(5, START);
        assertThat(reserve(START).credentials()).contains(new Credentials(account.id(), Optional.of(password)));
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
        stores().signIns().succeed(account.id(), client, password, Optional.empty(), aRecordOf(Event.SIGNED_IN));
        fail(5, START);
        assertBlocked(START, START.plusSeconds(30));
        assertThat(reserve(recipient, Some.client(), START).admitted()).isTrue();
        assertThat(stores().accounts().byId(account.id())).contains(account);
    }

    @Test
    void successOfOneClientLeavesAnotherWaiting() {
        Account account = givenAccount();
        fail(5, START);
        stores().signIns().succeed(account.id(), Some.client(), password, Optional.empty(), aRecordOf(Event.SIGNED_IN));
        assertBlocked(START, START.plusSeconds(30));
    }

    @Test
    void successMayRenewTheHashAndKeepsTheEpoch() {
        Account account = givenAccount();
        PasswordHash newer = Some.password();
        stores().signIns().succeed(account.id(), client, password, Optional.of(newer), aRecordOf(Event.SIGNED_IN));
        Account after = stores().accounts().byId(account.id()).orElseThrow();
        assertThat(after.password()).contains(newer);
        assertThat(after.epoch()).isEqualTo(account.epoch());
        assertThat(reserve(START).credentials()).contains(new Credentials(account.id(), Optional.of(newer)));
    }

    @Test
    void aHashThatWasChangedMeanwhileIsNotRenewed() {
        Account account = givenAccount();
        Account after = changed(account, account.withPassword(Some.password()));
        stores().signIns()
                .succeed(account.id(), client, password, Optional.of(Some.password()), aRecordOf(Event.SIGNED_IN));
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
    void noFailureInARowIsLostInACrowdOfClients() {
        givenAccount();
        for (int i = 0; i < 100 - CROWD; i++) {
            reserve(recipient, Some.client(), START);
        }
        List<Attempt> attempts = Race.of(CROWD, i -> reserve(recipient, Some.client(), START));
        assertThat(attempts).allMatch(Attempt::admitted);
        assertThat(reserve(recipient, Some.client(), START).disabled()).isTrue();
    }
}
