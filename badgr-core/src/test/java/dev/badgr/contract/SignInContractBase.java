package dev.badgr.contract;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.SignInRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.ClientKey;
import dev.badgr.port.SignInStore.Attempt;
import java.time.Duration;
import java.time.Instant;

/** Somebody who tries to sign in. */
abstract class SignInContractBase extends StorageContractBase {
    static final SignInRules RULES = SignInRules.standard();
    static final Instant START = Times.NOW;
    static final Duration MINUTE = Duration.ofMinutes(1);

    final EmailAddress address = Some.address();
    final RecipientKey recipient = Some.recipient(address);
    final ClientKey client = Some.client();
    final PasswordHash password = Some.password();

    final Account givenAccount() {
        return created(anAccount().at(address).withPassword(password).build());
    }

    final void fail(int times, Instant now) {
        for (int i = 0; i < times; i++) {
            assertThat(reserve(now).admitted()).isTrue();
        }
    }

    final void assertBlocked(Instant now, Instant until) {
        Attempt attempt = reserve(now);
        assertThat(attempt.admitted()).isFalse();
        assertThat(attempt.disabled()).isFalse();
        assertThat(attempt.blockedUntil()).contains(until);
    }

    final Attempt reserve(Instant now) {
        return reserve(recipient, client, now);
    }

    final Attempt reserve(RecipientKey who, ClientKey from, Instant now) {
        return stores().signIns().reserve(who, from, RULES, now);
    }
}
