package dev.badgr.contract;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.ShareToken;
import dev.badgr.backpack.Shareable;
import dev.badgr.backpack.SharedCollection;
import dev.badgr.backpack.SharedView;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.CollectionStore.Change;
import dev.badgr.port.CollectionStore.Creation;
import dev.badgr.port.ShareStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The law of {@link ShareStore} about collections, and about what is counted. */
public abstract class ShareViewContract extends StorageContractBase {
    private static final Instant NOW = Times.NOW;

    private final EmailAddress address = Some.address();
    private Badge badge;
    private Account owner;

    @BeforeEach
    void miaHasAnAccount() {
        badge = defined(aBadge().build());
        owner = created(anAccount().of("Mia 🦉", "Müller").at(address).build());
    }

    @Test
    void aLinkShowsACollectionInItsOrder() {
        Award one = awarded(anAwardOf(badge)
                .to(address)
                .withNarrative("She did 🦉")
                .expires(NOW.plusSeconds(9))
                .build());
        Award two = award();
        Collection data = collection("Data 🦉", Optional.of("All\nof it"), one, two);
        ShareLink link = shared(data.id());
        assertThat(view(link)).contains(page(data, one, two));
        Collection turned = data.ordered(List.of(two.id(), one.id()));
        change(data, turned);
        assertThat(view(link)).contains(page(turned, two, one));
        SharedCollection later =
                (SharedCollection) shares().view(link.id(), NOW.plusSeconds(9)).orElseThrow();
        assertThat(later.badges()).extracting(shown -> shown.expired()).containsExactly(false, true);
    }

    @Test
    void aLinkShowsNoBadgeThatTheBackpackDoesNotShow() {
        Award one = award();
        Award two = award();
        Collection data = collection("Data", Optional.empty(), one, two);
        ShareLink link = shared(data.id());
        move(one, AwardState.SHOWN, AwardState.DECLINED);
        assertThat(view(link)).contains(page(data, two));
        move(two, AwardState.SHOWN, AwardState.DECLINED);
        assertThat(view(link)).contains(page(data));
        move(one, AwardState.DECLINED, AwardState.SHOWN);
        assertThat(view(link)).contains(page(data, one));
    }

    @Test
    void aLinkToADeletedCollectionShowsNothing() {
        Collection data = collection("Data", Optional.empty(), award());
        ShareLink link = shared(data.id());
        stores().collections().delete(owner.id(), data.id());
        assertThat(view(link)).isEmpty();
        assertThat(views()).containsExactly(0L);
    }

    @Test
    void onlyItsOwnerSharesACollection() {
        Collection data = collection("Data", Optional.empty());
        AccountId eve = accountAt(Some.address()).id();
        for (ShareLink link : List.of(
                link(eve, data.id()),
                link(owner.id(), CollectionId.random(Some.random())),
                link(Some.accountId(), data.id()))) {
            assertThat(shares().create(link)).isFalse();
            assertThat(view(link)).isEmpty();
        }
        assertThat(shares().of(eve)).isEmpty();
        assertThat(shares().of(owner.id())).isEmpty();
    }

    @Test
    void linksToBothAreListed() {
        Award award = award();
        Collection data = collection("Data", Optional.empty());
        ShareLink toBoth = shared(data.id());
        ShareLink toOne = shared(award);
        assertThat(shares().of(owner.id())).containsExactlyInAnyOrder(toBoth, toOne);
    }

    @Test
    void whatIsShownIsCountedAndNothingElse() {
        Award award = award();
        ShareLink link = shared(award);
        assertThat(views()).containsExactly(0L);
        view(link);
        view(link);
        assertThat(views()).containsExactly(2L);
        move(award, AwardState.SHOWN, AwardState.DECLINED);
        view(link);
        move(award, AwardState.DECLINED, AwardState.SHOWN);
        assertThat(views()).containsExactly(2L);
        shares().revoke(owner.id(), link.id(), NOW);
        view(link);
        assertThat(views()).containsExactly(2L);
    }

    @Test
    void anExpiredLinkCountsNothing() {
        ShareLink link = ShareLink.create(
                token(), owner.id(), new Shareable.OneBadge(award().id()), NOW, Optional.of(NOW.plusSeconds(9)));
        assertThat(shares().create(link)).isTrue();
        assertThat(shares().view(link.id(), NOW.plusSeconds(9))).isEmpty();
        assertThat(views()).containsExactly(0L);
    }

    @Test
    void manyWhoLookAtOnceAreAllCounted() {
        ShareLink toOne = shared(award());
        ShareLink toAll =
                shared(collection("Data", Optional.empty(), award(), award()).id());
        assertThat(Race.of(CROWD, i -> view(i % 2 == 0 ? toOne : toAll))).allMatch(Optional::isPresent);
        assertThat(views()).containsExactly(CROWD / 2L, CROWD / 2L);
    }

    @Test
    void aViewInATransactionIsCountedWithIt() {
        ShareLink link = shared(award());
        Runnable failing = () -> storage().inTransaction(s -> {
            assertThat(s.shares().view(link.id(), NOW)).isPresent();
            throw new IllegalStateException("the transaction fails");
        });
        assertThatThrownBy(failing::run).isInstanceOf(IllegalStateException.class);
        assertThat(views()).containsExactly(0L);
    }

    private Award award() {
        return awarded(anAwardOf(badge).to(address).build());
    }

    private Collection collection(String name, Optional<String> description, Award... awards) {
        Collection collection =
                Collection.create(CollectionId.random(Some.random()), owner.id(), name, description, NOW);
        assertThat(stores().collections().create(collection, 10)).isEqualTo(Creation.CREATED);
        for (Award award : awards) {
            Collection before = collection;
            collection = before.with(award.id());
            change(before, collection);
        }
        return collection;
    }

    private void change(Collection before, Collection after) {
        assertThat(stores().collections().replace(before, after)).isEqualTo(Change.CHANGED);
    }

    private SharedView page(Collection collection, Award... awards) {
        List<BackpackEntry> entries =
                Stream.of(awards).map(award -> new BackpackEntry(award, badge)).toList();
        return SharedCollection.of(collection, entries, owner.name(), NOW);
    }

    private ShareLink shared(CollectionId collection) {
        return stored(link(owner.id(), collection));
    }

    private ShareLink shared(Award award) {
        return stored(ShareLink.create(token(), owner.id(), new Shareable.OneBadge(award.id()), NOW, Optional.empty()));
    }

    private ShareLink stored(ShareLink link) {
        assertThat(shares().create(link)).isTrue();
        return link;
    }

    private static ShareLink link(AccountId whose, CollectionId collection) {
        return ShareLink.create(
                token(), whose, new Shareable.WholeCollection(collection), NOW, Optional.of(NOW.plusSeconds(60)));
    }

    private Optional<SharedView> view(ShareLink link) {
        return shares().view(link.id(), NOW);
    }

    private List<Long> views() {
        return shares().of(owner.id()).stream().map(ShareLink::views).toList();
    }

    private void move(Award award, AwardState from, AwardState to) {
        assertThat(stores().awards().move(award.id(), owner.id(), Set.of(from), to, Optional.empty()))
                .isTrue();
    }

    private static ShareToken token() {
        return ShareToken.random(Some.random());
    }

    private ShareStore shares() {
        return stores().shares();
    }
}
