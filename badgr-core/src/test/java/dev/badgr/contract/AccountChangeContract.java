package dev.badgr.contract;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.Announcements.anAnnouncement;
import static dev.badgr.fixture.Announcements.announcedAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.Preferences;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore;
import dev.badgr.port.AccountStore.Change;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.port.Announcement;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The law of {@link AccountStore#replace}. */
public abstract class AccountChangeContract extends StorageContractBase {

    @Test
    void aChangedPasswordIsStored() {
        Account before = accountAt(Some.address());
        Account after = changed(before, before.withPassword(Some.password()));
        assertThat(accounts().byId(before.id())).contains(after);
    }

    @Test
    void anAddedAddressIsFoundAndKeepsItsPlaceAndSpelling() {
        EmailAddress typed = EmailAddress.parse("Mia.Home-" + Some.word() + "@Home.Example");
        Account account = accountAt(Some.address(), Some.address(), typed);
        assertThat(accounts().byId(account.id())).contains(account);
        assertThat(accounts().byEmail(Some.recipient(typed))).contains(account);
    }

    @Test
    void anotherAddressBecomesThePrimaryOne() {
        EmailAddress second = Some.address();
        Account before = accountAt(Some.address(), second);
        Account after = changed(before, before.withPrimary(Some.recipient(second)));
        assertThat(accounts().byId(before.id())).contains(after);
    }

    @Test
    void preferencesAreKeptAndEndNoSignIn() {
        Account before = accountAt(Some.address());
        Preferences wanted = Preferences.parse("zh-Hant-TW", "Asia/Taipei");
        assertThat(accounts().prefer(before.id(), wanted)).isTrue();
        assertThat(accounts().byId(before.id())).contains(before.with(wanted));
        assertThat(accounts().prefer(Some.accountId(), wanted)).isFalse();
    }

    @Test
    void aChangeThatBeganBeforeThePreferencesChangedLeavesThemAsTheyAre() {
        Account before = accountAt(Some.address());
        Preferences wanted = Preferences.parse("ar", "Africa/Cairo");
        accounts().prefer(before.id(), wanted);
        Account after = before.withPassword(Some.password());
        assertThat(accounts().replace(before, after, anAnnouncement())).isEqualTo(Change.CHANGED);
        assertThat(accounts().byId(before.id())).contains(after.with(wanted));
    }

    @Test
    void anAccountIsDisabledAndOpenedAgain() {
        Account before = accountAt(Some.address());
        Account disabled = changed(before, before.disabledSince(Optional.of(Times.NOW)));
        assertThat(accounts().byId(before.id())).contains(disabled);
        Account open = changed(disabled, disabled.disabledSince(Optional.empty()));
        assertThat(accounts().byId(before.id())).contains(open);
    }

    @Test
    void aRemovedAddressIsFreeForAnotherAccount() {
        EmailAddress moving = Some.address();
        Account first = accountAt(Some.address(), moving);
        changed(first, first.without(moving.key()));
        assertThat(accounts().byEmail(Some.recipient(moving))).isEmpty();
        Account second = accountAt(moving);
        assertThat(accounts().byEmail(Some.recipient(moving))).contains(second);
    }

    @Test
    void socialAccountsAreLinkedAndUnlinked() {
        ExternalIdentity one = Some.identity();
        ExternalIdentity two = Some.identity();
        Account account = accountAt(Some.address());
        account = changed(account, account.with(one));
        account = changed(account, account.with(two));
        assertThat(accounts().byIdentity(two).orElseThrow().identities()).containsExactlyInAnyOrder(one, two);
        account = changed(account, account.without(one));
        assertThat(accounts().byIdentity(one)).isEmpty();
        assertThat(accounts().byIdentity(two)).contains(account);
    }

    @Test
    void anUnlinkedSocialAccountIsFreeForAnotherAccount() {
        ExternalIdentity social = Some.identity();
        Account first = created(anAccount().linkedTo(social).build());
        changed(first, first.without(social));
        Account second = created(anAccount().linkedTo(social).build());
        assertThat(accounts().byIdentity(social)).contains(second);
    }

    @Test
    void aChangeOfWhatWasChangedMeanwhileIsStale() {
        Account before = accountAt(Some.address());
        Account after = changed(before, before.withPassword(Some.password()));
        assertThat(accounts().replace(before, before.withPassword(Some.password()), anAnnouncement()))
                .isEqualTo(Change.STALE);
        assertThat(accounts().byId(before.id())).contains(after);
    }

    @Test
    void aChangeOfAnAccountThatIsGoneIsStale() {
        Account never = anAccount().build();
        assertThat(accounts().replace(never, never.withPassword(Some.password()), anAnnouncement()))
                .isEqualTo(Change.STALE);
        assertThat(accounts().byId(never.id())).isEmpty();
    }

    @Test
    void anAddressOfAnotherAccountIsTakenAndNothingChanges() {
        EmailAddress wanted = Some.address();
        Account owner = accountAt(wanted);
        Account asker = accountAt(Some.address());
        Account greedy = asker.with(Some.verified(wanted, Times.NOW));
        assertThat(accounts().replace(asker, greedy, anAnnouncement())).isEqualTo(Change.EMAIL_TAKEN);
        assertThat(accounts().byId(asker.id())).contains(asker);
        assertThat(accounts().byId(owner.id())).contains(owner);
        assertThat(accounts().byEmail(Some.recipient(wanted))).contains(owner);
    }

    @Test
    void aSocialAccountOfAnotherAccountIsTakenAndNothingChanges() {
        ExternalIdentity social = Some.identity();
        Account owner = created(anAccount().linkedTo(social).build());
        Account asker = accountAt(Some.address());
        assertThat(accounts().replace(asker, asker.with(social), anAnnouncement()))
                .isEqualTo(Change.IDENTITY_TAKEN);
        assertThat(accounts().byId(asker.id())).contains(asker);
        assertThat(accounts().byIdentity(social)).contains(owner);
    }

    @Test
    void everyAddressBeforeOrAfterAChangeIsTold() {
        EmailAddress stays = Some.address();
        EmailAddress goes = EmailAddress.parse("Mia.Home-" + Some.word() + "@Home.Example");
        Account before = accountAt(stays, goes);
        Announcement announcement = announcedAt(Times.earlierThanEver());
        accounts().replace(before, before.without(goes.key()), announcement);
        assertThat(noticesTo(stays)).containsExactly(announcement.to(Some.recipient(stays), stays));
        assertThat(noticesTo(goes)).containsExactly(announcement.to(Some.recipient(goes), goes));
    }

    @Test
    void anAddedAddressIsTold() {
        EmailAddress first = Some.address();
        EmailAddress added = Some.address();
        Account before = accountAt(first);
        Announcement announcement = announcedAt(Times.earlierThanEver());
        accounts().replace(before, before.with(Some.verified(added, Times.NOW)), announcement);
        assertThat(noticesTo(first)).containsExactly(announcement.to(Some.recipient(first), first));
        assertThat(noticesTo(added)).containsExactly(announcement.to(Some.recipient(added), added));
    }

    @Test
    void nobodyIsToldOfAChangeThatWasNotMade() {
        EmailAddress first = Some.address();
        EmailAddress taken = Some.address();
        accountAt(taken);
        Account before = accountAt(first);
        Announcement announcement = announcedAt(Times.earlierThanEver());
        accounts().replace(before, before.with(Some.verified(taken, Times.NOW)), announcement);
        Account after = changed(before, before.withPassword(Some.password()));
        accounts().replace(before, after, announcement);
        assertThat(noticesTo(first)).isEmpty();
        assertThat(noticesTo(taken)).isEmpty();
    }

    @Test
    void ofTwoThatRemoveTheLastTwoAddressesAtOnceOneIsStale() {
        for (int round = 0; round < 20; round++) {
            EmailAddress one = Some.address();
            EmailAddress two = Some.address();
            Account before = accountAt(one, two);
            Account withoutOne = before.withPrimary(Some.recipient(two)).without(one.key());
            List<Account> after = List.of(atNextEpoch(before, withoutOne), before.without(two.key()));
            List<Change> outcomes = Race.of(2, i -> accounts().replace(before, after.get(i), anAnnouncement()));
            assertThat(outcomes).containsExactlyInAnyOrder(Change.CHANGED, Change.STALE);
            assertThat(accounts().byId(before.id())).contains(after.get(outcomes.indexOf(Change.CHANGED)));
        }
    }

    @Test
    void ofManyChangesAtOnceOneIsStored() {
        Account before = accountAt(Some.address());
        List<Account> after = IntStream.range(0, CROWD)
                .mapToObj(i -> before.withPassword(Some.password()))
                .toList();
        List<Change> outcomes = Race.of(CROWD, i -> accounts().replace(before, after.get(i), anAnnouncement()));
        assertThat(outcomes).containsOnly(Change.CHANGED, Change.STALE).containsOnlyOnce(Change.CHANGED);
        assertThat(accounts().byId(before.id())).contains(after.get(outcomes.indexOf(Change.CHANGED)));
    }

    @Test
    void anAddressIsAddedOrSignedUpWithButNotBoth() {
        for (int round = 0; round < 20; round++) {
            EmailAddress wanted = Some.address();
            Account asker = accountAt(Some.address());
            Account greedy = asker.with(Some.verified(wanted, Times.NOW));
            AccountStore.NewAccount newcomer = proven(anAccount().at(wanted).build());
            List<Object> outcomes = Race.of(
                    2,
                    i -> i == 0
                            ? accounts().replace(asker, greedy, anAnnouncement())
                            : (Object) accounts().create(newcomer));
            assertThat(outcomes)
                    .isIn(List.of(Change.CHANGED, Creation.EMAIL_TAKEN), List.of(Change.EMAIL_TAKEN, Creation.CREATED));
        }
    }

    /** What a verb would store that does both in one change. */
    private static Account atNextEpoch(Account before, Account after) {
        return after.atEpoch(before.epoch() + 1);
    }

    private AccountStore accounts() {
        return stores().accounts();
    }
}
