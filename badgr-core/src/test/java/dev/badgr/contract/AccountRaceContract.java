package dev.badgr.contract;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.port.AccountStore;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.port.AccountStore.NewAccount;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The law of {@link AccountStore#create} about many at once. */
public abstract class AccountRaceContract extends StorageContractBase {
    @Test
    void ofManyAccountsForOneAddressAtOnceOneIsCreated() {
        EmailAddress address = Some.address();
        List<NewAccount> wanted = Stream.generate(
                        () -> proven(anAccount().at(address).build()))
                .limit(CROWD)
                .toList();
        List<Creation> outcomes = Race.of(CROWD, i -> accounts().create(wanted.get(i)));
        assertThat(outcomes)
                .containsOnly(Creation.CREATED, Creation.EMAIL_TAKEN)
                .containsOnlyOnce(Creation.CREATED);
        assertOneExists(wanted, outcomes);
    }

    @Test
    void ofManyAccountsByOneProofAtOnceOneIsCreated() {
        NewAccount first = proven(anAccount().build());
        EmailAddress address = first.account().primaryEmail().address();
        List<NewAccount> wanted = Stream.generate(
                        () -> byTheSameProof(first, anAccount().at(address).build()))
                .limit(CROWD)
                .toList();
        List<Creation> outcomes = Race.of(CROWD, i -> accounts().create(wanted.get(i)));
        assertThat(outcomes).containsOnlyOnce(Creation.CREATED);
        assertOneExists(wanted, outcomes);
    }

    @Test
    void ofManyAccountsForOneSocialAccountAtOnceOneIsCreated() {
        ExternalIdentity social = Some.identity();
        List<NewAccount> wanted = Stream.generate(
                        () -> proven(anAccount().linkedTo(social).build()))
                .limit(CROWD)
                .toList();
        List<Creation> outcomes = Race.of(CROWD, i -> accounts().create(wanted.get(i)));
        assertThat(outcomes).containsOnly(Creation.CREATED, Creation.IDENTITY_TAKEN);
        assertOneExists(wanted, outcomes);
    }

    private void assertOneExists(List<NewAccount> wanted, List<Creation> outcomes) {
        assertThat(outcomes).containsOnlyOnce(Creation.CREATED);
        Account winner = wanted.get(outcomes.indexOf(Creation.CREATED)).account();
        assertThat(accounts().byEmail(winner.primary())).contains(winner);
        assertThat(wanted.stream().flatMap(w -> accounts().byId(w.account().id()).stream()))
                .containsExactly(winner);
    }

    private static NewAccount byTheSameProof(NewAccount w, Account account) {
        return new NewAccount(account, w.proof(), w.provenSince(), w.terms(), w.marketing(), w.record(), w.now());
    }

    private AccountStore accounts() {
        return stores().accounts();
    }
}
