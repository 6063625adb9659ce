package dev.badgr.contract;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.Announcements.announcedAt;
import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.AwardFixture.noticeOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.Revocation;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.ShareToken;
import dev.badgr.backpack.Shareable;
import dev.badgr.email.CodeRules;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore.Change;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.port.Announcement;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.SendBudget;
import dev.badgr.port.Stores;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The law of {@link dev.badgr.port.Storage} itself: transactions and the check of the installation. */
public abstract class StorageContract extends StorageContractBase {

    /** What a host's code throws in the middle of its work. */
    private static final class Accident extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void aTransactionReturnsWhatItsWorkReturned() {
        Badge badge = aBadge().build();
        Badge stored = storage().inTransaction(s -> s.badges().define(badge));
        assertThat(stored).isEqualTo(badge);
        assertThat(stores().badges().byId(badge.id())).contains(badge);
    }

    @Test
    void aTransactionSeesWhatItWrote() {
        Badge badge = aBadge().build();
        Award award = anAwardOf(badge).build();
        NewAccount newcomer = proven(anAccount().at(award.address()).build());
        List<Award> seen = storage().inTransaction(s -> {
            s.badges().define(badge);
            s.awards().award(award, List.of());
            assertThat(s.accounts().create(newcomer)).isEqualTo(Creation.CREATED);
            return s.backpacks().page(newcomer.account().id(), BackpackQuery.newest(1)).stream()
                    .map(BackpackEntry::award)
                    .toList();
        });
        assertThat(seen).containsExactly(award);
        assertThat(backpack(newcomer.account())).containsExactly(award);
    }

    @Test
    void aTransactionThrowsWhatItsWorkThrew() {
        Accident accident = new Accident();
        assertThatThrownBy(() -> storage().inTransaction(s -> {
                    throw accident;
                }))
                .isSameAs(accident);
    }

    @Test
    void badgesAwardsAndNoticesGoWithTheTransaction() {
        Badge badge = aBadge().build();
        Award award = anAwardOf(badge).issuedOn(Times.earlierThanEver()).build();
        failing(s -> {
            s.badges().define(badge);
            s.awards().award(award, List.of(noticeOf(award)));
        });
        assertThat(stores().badges().byId(badge.id())).isEmpty();
        assertThat(stores().awards().byId(award.id())).isEmpty();
        assertThat(noticesTo(award.address())).isEmpty();
    }

    @Test
    void anAccountItsConsentsAndItsProofGoWithTheTransaction() {
        NewAccount newcomer = proven(anAccount().linkedTo(Some.identity()).build());
        Account account = newcomer.account();
        failing(s -> assertThat(s.accounts().create(newcomer)).isEqualTo(Creation.CREATED));
        assertThat(stores().accounts().byId(account.id())).isEmpty();
        assertThat(stores().accounts().byEmail(account.primary())).isEmpty();
        assertThat(stores().accounts().byIdentity(account.identities().get(0))).isEmpty();
        assertThat(stores().consents().agreed(account.id())).isEmpty();
        assertThat(stores().accounts().create(newcomer)).isEqualTo(Creation.CREATED);
    }

    @Test
    void changesOfAnAccountGoWithTheTransaction() {
        Account before = accountAt(Some.address(), Some.address());
        Account after = before.without(before.emails().get(1).key()).with(Some.identity());
        Account next = after.atEpoch(before.epoch() + 1);
        TermsConsent renewal = consentToCurrentTerms();
        Announcement announcement = announcedAt(Times.earlierThanEver());
        failing(s -> {
            assertThat(s.accounts().replace(before, next, announcement)).isEqualTo(Change.CHANGED);
            s.consents().agree(before.id(), renewal);
            s.consents().record(before.id(), new MarketingConsent(true, Times.NOW, MarketingConsent.Way.SIGNED_IN));
        });
        assertThat(stores().accounts().byId(before.id())).contains(before);
        assertThat(stores().accounts().byEmail(before.emails().get(1).recipient()))
                .contains(before);
        assertThat(stores().accounts().byIdentity(after.identities().get(0))).isEmpty();
        assertThat(stores().consents().agreed(before.id())).hasSize(1);
        assertThat(stores().consents().marketing(before.id())).isEmpty();
        assertThat(noticesTo(before.primaryEmail().address())).isEmpty();
    }

    @Test
    void challengesAndTheirBudgetsGoWithTheTransaction() {
        BoundChallenge first = issued(aChallenge().build());
        BoundChallenge second = aChallenge().build();
        SendBudget budget =
                new SendBudget("address:" + Some.word(), CodeRules.standard().sendsPerAddress());
        failing(s -> assertThat(issue(s, second, budget, Optional.of(first))).isEmpty());
        assertThat(stores().challenges().byId(first.challenge().id())).contains(first);
        assertThat(stores().challenges().byId(second.challenge().id())).isEmpty();
        assertThat(issue(stores(), second, budget, Optional.empty())).isEmpty();
    }

    @Test
    void movesRevocationsAndSharesGoWithTheTransaction() {
        Award award = awarded(anAwardOf(defined(aBadge().build())).build());
        Account owner = accountAt(award.address());
        ShareLink link = ShareLink.create(
                ShareToken.random(Some.random()),
                owner.id(),
                new Shareable.OneBadge(award.id()),
                Times.NOW,
                Optional.empty());
        failing(s -> {
            assertThat(s.shares().create(link)).isTrue();
            Set<AwardState> shown = Set.of(AwardState.SHOWN);
            s.awards().move(award.id(), owner.id(), shown, AwardState.DECLINED, Optional.empty());
            s.awards().revoke(award.id(), new Revocation("Mistake.", Times.NOW));
        });
        assertThat(backpack(owner)).containsExactly(award);
        assertThat(stores().shares().of(owner.id())).isEmpty();
    }

    @Test
    void aRefusalInATransactionLeavesTheRestToIt() {
        Account owner = accountAt(Some.address());
        Account late = anAccount().at(owner.primaryEmail().address()).build();
        NewAccount taken = proven(late);
        assertThatThrownBy(() -> storage().inTransaction(s -> {
                    s.consents()
                            .record(owner.id(), new MarketingConsent(true, Times.NOW, MarketingConsent.Way.SIGNED_IN));
                    assertThat(s.accounts().create(taken)).isEqualTo(Creation.EMAIL_TAKEN);
                    throw new Accident();
                }))
                .isInstanceOf(Accident.class);
        assertThat(stores().consents().marketing(owner.id())).isEmpty();
        assertThat(stores().accounts().byId(late.id())).isEmpty();
    }

    @Test
    void whatWasAcknowledgedBeforeStays() {
        Badge badge = defined(aBadge().build());
        failing(s -> s.badges().define(aBadge().build()));
        assertThat(stores().badges().byId(badge.id())).contains(badge);
    }

    @Test
    void transactionsOfManyThreadsAreWholeOrNotAtAll() {
        Badge badge = defined(aBadge().build());
        List<List<Award>> pairs = Stream.generate(
                        () -> List.of(anAwardOf(badge).build(), anAwardOf(badge).build()))
                .limit(CROWD)
                .toList();
        Race.of(CROWD, i -> {
            Consumer<Stores> work = s -> pairs.get(i).forEach(a -> s.awards().award(a, List.of()));
            if (i % 2 == 0) {
                failing(work);
            } else {
                storage().inTransaction(s -> {
                    work.accept(s);
                    return i;
                });
            }
            return i;
        });
        for (int i = 0; i < CROWD; i++) {
            boolean kept = i % 2 != 0;
            assertThat(pairs.get(i))
                    .allMatch(a -> stores().awards().byId(a.id()).isPresent() == kept);
        }
    }

    @Test
    void theFirstCheckOfAnInstallationStays() {
        String kept = storage().installationCheck(Some.SECRET.macText(Some.word()));
        assertThat(storage().installationCheck(Some.SECRET.macText(Some.word())))
                .isEqualTo(kept);
        assertThat(storage().installationCheck(kept)).isEqualTo(kept);
    }

    @Test
    void ofManyChecksAtOnceOneStays() {
        List<String> kept = Race.of(CROWD, i -> storage().installationCheck(Some.SECRET.macText(Some.word())));
        assertThat(kept).containsOnly(kept.get(0));
    }

    private void failing(Consumer<Stores> work) {
        assertThatThrownBy(() -> storage().inTransaction(s -> {
                    work.accept(s);
                    throw new Accident();
                }))
                .isInstanceOf(Accident.class);
    }

    private static Optional<Instant> issue(
            Stores stores, BoundChallenge next, SendBudget budget, Optional<BoundChallenge> replaces) {
        return stores.challenges()
                .issue(next, List.of(budget), replaces.map(r -> r.challenge().id()), CodeRules.standard(), Times.NOW);
    }
}
