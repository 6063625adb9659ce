package dev.badgr.contract;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.ShareToken;
import dev.badgr.backpack.Shareable;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.ConsentStore;
import dev.badgr.port.MergeStore;
import dev.badgr.port.MergeStore.Merging;
import dev.badgr.port.MergeStore.Outcome;
import dev.badgr.port.MergeStore.Tombstone;
import dev.badgr.port.MergeStore.Wanted;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The law of {@link MergeStore}: what becomes of what two accounts have. */
public abstract class MergeStoreContract extends MergeStoreContractBase {
    @Test
    void theSurvivorHasTheOthersAddressesAndSocialAccountsBehindItsOwn() {
        Account survivor = accountAt(Some.address(), Some.address());
        Account gone = linkedAccountAt(Some.address(), Some.address());
        Outcome outcome = merge(survivor, gone);
        Account together = survivor.takingIn(gone);
        assertThat(accounts().byId(survivor.id())).contains(together);
        assertThat(together.emails()).endsWith(gone.emails().toArray(VerifiedEmail[]::new));
        assertThat(accounts().byEmail(gone.primary())).contains(together);
        assertThat(accounts().byIdentity(gone.identities().get(0))).contains(together);
        assertThat(outcome.merging()).isEqualTo(Merging.MERGED);
    }

    @Test
    void addressesKeepTheirOrderAlsoIfTheOtherHasTakenSomeInBefore() {
        Account youngest = accountAt(Some.address(), Some.address());
        Account middle = linkedAccountAt(Some.address(), Some.address());
        Account oldest = linkedAccountAt(Some.address());
        Account both = merged(middle, youngest);
        Account all = merged(oldest, both);
        assertThat(accounts().byId(oldest.id())).contains(all);
        Account more = changed(all, all.with(Some.verified(Some.address(), Times.NOW)));
        assertThat(accounts().byId(oldest.id())).contains(more);
    }

    @Test
    void ofTheOtherAccountOnlyATombstoneStays() {
        Account survivor = accountAt(Some.address());
        Account gone = accountAt(Some.address());
        Outcome outcome = merge(survivor, gone);
        assertThat(accounts().byId(gone.id())).isEmpty();
        assertThat(merges().of(gone.id())).isEqualTo(outcome.tombstone());
        assertThat(merges().of(survivor.id())).isEmpty();
        Tombstone stone = outcome.tombstone().orElseThrow();
        assertThat(stone.survivor()).isEqualTo(survivor.id());
        assertThat(stone.before()).isEqualTo(survivor.epoch());
        assertThat(stone.after())
                .isEqualTo(accounts().byId(survivor.id()).orElseThrow().epoch());
        assertThat(stone.at()).isEqualTo(Times.NOW);
    }

    @Test
    void itsBadgesAreInTheSurvivorsBackpack() {
        Account survivor = accountAt(Some.address());
        Account gone = accountAt(Some.address());
        Award award = awarded(anAwardOf(defined(aBadge().build()))
                .to(gone.primaryEmail().address())
                .build());
        merge(survivor, gone);
        assertThat(backpack(accounts().byId(survivor.id()).orElseThrow())).containsExactly(award);
        assertThat(backpack(gone)).isEmpty();
    }

    @Test
    void itsConsentsComeAsTheyWere() {
        Account survivor = accountAt(Some.address());
        Account gone = accountAt(Some.address());
        TermsConsent renewed = consentToCurrentTerms();
        consents().agree(gone.id(), later(renewed, 7));
        consents().agree(survivor.id(), later(renewed, 8));
        List<TermsConsent> its = consents().agreed(gone.id());
        List<TermsConsent> own = consents().agreed(survivor.id());
        merge(survivor, gone);
        assertThat(consents().agreed(gone.id())).isEmpty();
        assertThat(consents().agreed(survivor.id()))
                .hasSize(its.size() + own.size())
                .containsAll(its)
                .containsAll(own);
        consents().agree(survivor.id(), later(renewed, 9));
        assertThat(consents().agreed(survivor.id())).hasSize(its.size() + own.size() + 1);
    }

    @Test
    void theSurvivorsChoiceAboutUpdatesGoesOnAndBothLedgersAreKept() {
        Account survivor = accountAt(Some.address());
        Account gone = accountAt(Some.address());
        MarketingConsent no = choice(false, -60);
        MarketingConsent yes = choice(true, -30);
        consents().record(survivor.id(), no);
        consents().record(gone.id(), yes);
        merge(survivor, gone);
        assertThat(consents().marketing(survivor.id()))
                .containsExactly(new MarketingConsent(false, Times.NOW, MarketingConsent.Way.MERGE), yes, no);
        assertThat(consents().marketing(gone.id())).isEmpty();
    }

    @Test
    void whoNeverChoseGetsNoUpdatesByMerging() {
        Account survivor = accountAt(Some.address());
        Account gone = accountAt(Some.address());
        consents().record(gone.id(), choice(true, 5));
        merge(survivor, gone);
        assertThat(consents().marketing(survivor.id())).hasSize(2);
        assertThat(MarketingConsent.isGranted(consents().marketing(survivor.id())))
                .isFalse();
    }

    @Test
    void aChoiceThatBothMadeNeedsNoMoreWords() {
        Account survivor = accountAt(Some.address());
        Account gone = accountAt(Some.address());
        consents().record(survivor.id(), choice(true, -60));
        consents().record(gone.id(), choice(true, -30));
        merge(survivor, gone);
        assertThat(consents().marketing(survivor.id())).hasSize(2);
    }

    @Test
    void linksAndCollectionsComeAndGoOnShowing() {
        Account survivor = accountAt(Some.address());
        Account gone = accountAt(Some.address());
        Award award = awarded(anAwardOf(defined(aBadge().build()))
                .to(gone.primaryEmail().address())
                .build());
        var collection = collected(gone, award);
        ShareLink toBadge = shared(gone, new Shareable.OneBadge(award.id()));
        ShareLink toCollection = shared(gone, new Shareable.WholeCollection(collection.id()));
        merge(survivor, gone);
        assertThat(stores().collections().of(gone.id())).isEmpty();
        assertThat(stores().collections().byId(survivor.id(), collection.id()))
                .contains(collection.ownedBy(survivor.id()));
        assertThat(stores().shares().of(gone.id())).isEmpty();
        assertThat(stores().shares().of(survivor.id()))
                .containsExactlyInAnyOrder(toBadge.ownedBy(survivor.id()), toCollection.ownedBy(survivor.id()));
        assertThat(stores().shares().view(toBadge.id(), Times.NOW)).isPresent();
        assertThat(stores().shares().view(toCollection.id(), Times.NOW)).isPresent();
    }

    @Test
    void eachAddressOfBothIsTold() {
        EmailAddress[] addresses = {Some.address(), Some.address(), Some.address(), Some.address()};
        Account survivor = accountAt(addresses[0], addresses[1]);
        Account gone = accountAt(addresses[2], addresses[3]);
        merges().merge(wanted(survivor, provenFor(survivor, gone), Times.earlierThanEver()));
        for (EmailAddress address : addresses) {
            assertThat(noticesTo(address)).hasSize(1);
        }
    }

    @Test
    void itsRecordsComeAndOneMoreSaysWhatHappened() {
        Account survivor = accountAt(Some.address());
        Account gone = accountAt(Some.address());
        List<AuditRecord> before =
                Stream.of(survivor, gone).flatMap(a -> audited(a).stream()).toList();
        Wanted wanted = wanted(survivor, provenFor(survivor, gone), Times.NOW);
        merges().merge(wanted);
        merges().merge(wanted);
        assertThat(audited(gone)).isEmpty();
        assertThat(audited(survivor))
                .hasSize(before.size() + 1)
                .containsAll(before)
                .contains(wanted.announcement().record());
    }

    @Test
    void whatOneAccountHasTheOthersDoNotGet() {
        Account bystander = linkedAccountAt(Some.address(), Some.address());
        List<TermsConsent> consents = consents().agreed(bystander.id());
        merge(accountAt(Some.address()), accountAt(Some.address()));
        assertThat(accounts().byId(bystander.id())).contains(bystander);
        assertThat(consents().agreed(bystander.id())).isEqualTo(consents);
    }

    private Account linkedAccountAt(EmailAddress... addresses) {
        return created(anAccount().at(addresses[0]).linkedTo(Some.identity()).build(), addresses);
    }

    private Account merged(Account survivor, Account gone) {
        assertThat(merge(survivor, gone).merging()).isEqualTo(Merging.MERGED);
        return survivor.takingIn(gone);
    }

    private ShareLink shared(Account owner, Shareable target) {
        ShareLink link =
                ShareLink.create(ShareToken.random(Some.random()), owner.id(), target, Times.NOW, Optional.empty());
        assertThat(stores().shares().create(link)).isTrue();
        return link;
    }

    private List<AuditRecord> audited(Account account) {
        return stores().audit().page(account.id(), AuditQuery.newest(100));
    }

    private static TermsConsent later(TermsConsent c, int seconds) {
        return new TermsConsent(
                c.version(), c.sha256(), c.agreedAt().plusSeconds(seconds), c.locale(), c.wayIn(), c.evidence());
    }

    private static MarketingConsent choice(boolean granted, int seconds) {
        return new MarketingConsent(granted, Times.NOW.plusSeconds(seconds), MarketingConsent.Way.SIGNED_IN);
    }

    private ConsentStore consents() {
        return stores().consents();
    }
}
