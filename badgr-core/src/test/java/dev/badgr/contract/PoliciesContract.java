package dev.badgr.contract;

import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Refusal;
import dev.badgr.account.Account;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.Explanation;
import dev.badgr.backpack.Page;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who decides whether an award goes into the Backpack by itself. */
public abstract class PoliciesContract extends VerbContract {
    private final EmailAddress address = Some.address();

    @Test
    void byDefaultEveryAwardIsShown() {
        Person mia = app.personWithAccount(address);
        assertThat(app.backpack(mia)).isEmpty();
        AwardId award = app.awarded(address);
        assertThat(app.backpack(mia)).containsExactly(award);
    }

    @Test
    void aPersonWhoIsAskedFirstAcceptsOrDeclines() {
        use(AwardPolicy.askFirst());
        Person mia = app.personWithAccount(address);
        AwardId wanted = app.awarded(address);
        AwardId unwanted = app.awarded(address);
        assertThat(app.backpack(mia)).isEmpty();
        assertThat(offered(mia)).containsExactlyInAnyOrder(wanted, unwanted);
        assertThat(explain(mia, wanted)).as("viewing is not accepting").isEqualTo(new Explanation.Offered());
        assertThat(done(badgr().backpacks().accept(mia.id(), wanted))).isEqualTo(new Explanation.Shown(false));
        assertThat(done(badgr().backpacks().decline(mia.id(), unwanted))).isEqualTo(new Explanation.Declined());
        assertThat(app.backpack(mia)).containsExactly(wanted);
        assertThat(offered(mia)).isEmpty();
    }

    @Test
    void whatIsNotOfferedIsNotAccepted() {
        Person mia = app.personWithAccount(address);
        AwardId shown = app.awarded(address);
        assertRefused(badgr().backpacks().accept(mia.id(), shown), new Refusal.NotThere(new Explanation.Shown(false)));
    }

    @Test
    void trustedIssuersAreShownAndOthersOffered() {
        Badge trusted = app.badge();
        Badge other = app.badge();
        use(AwardPolicy.trustedIssuers(trusted.id().issuer()));
        Person mia = app.personWithAccount(address);
        AwardId fromTrusted = app.award(trusted, address).id();
        AwardId fromOther = app.award(other, address).id();
        assertThat(app.backpack(mia)).containsExactly(fromTrusted);
        assertThat(offered(mia)).containsExactly(fromOther);
    }

    @Test
    void aRefusedAwardIsToldToTheHostAndNotStored() {
        use((award, account) -> new AwardDecision.Refuse("Not in term time."));
        Person mia = app.personWithAccount(address);
        var refused = badgr().awards().award(NewAward.of(app.badge(), address));
        assertRefused(refused, new Refusal.PolicyRefused("Not in term time."));
        assertThat(app.backpack(mia)).isEmpty();
    }

    @Test
    void ofTwoPoliciesTheStricterCounts() {
        List<AwardPolicy> growing = List.of(
                AwardPolicy.automatic(),
                AwardPolicy.askFirst(),
                (award, account) -> new AwardDecision.Wait(),
                (award, account) -> new AwardDecision.Refuse("No."));
        NewAward award = NewAward.of(BadgeFixture.aBadge().build(), address);
        for (int i = 0; i < growing.size(); i++) {
            for (int j = 0; j < growing.size(); j++) {
                AwardDecision stricter = growing.get(Math.max(i, j)).decide(award, Optional.empty());
                assertThat(growing.get(i).and(growing.get(j)).decide(award, Optional.empty()))
                        .isEqualTo(stricter);
            }
        }
    }

    @Test
    void aPolicyThatWaitsForTheAccountIsAskedAtOnceIfThereIsOne() {
        use(waiting(new AwardDecision.Offer()));
        Person mia = app.personWithAccount(address);
        AwardId award = app.awarded(address);
        assertThat(badgr().awards().find(award).orElseThrow().state()).isEqualTo(AwardState.OFFERED);
        assertThat(offered(mia)).containsExactly(award);
    }

    @Test
    void aPolicyThatWaitsIsAskedAgainWhenTheBackpackIsViewed() {
        for (AwardDecision later : List.of(new AwardDecision.Show(), new AwardDecision.Offer())) {
            use(waiting(later));
            EmailAddress to = Some.address();
            AwardId award = app.awarded(to);
            assertThat(badgr().awards().find(award).orElseThrow().state()).isEqualTo(AwardState.WAITING);
            Person mia = app.personWithAccount(to);
            boolean shown = later instanceof AwardDecision.Show;
            assertThat(app.backpack(mia)).isEqualTo(shown ? List.of(award) : List.of());
            assertThat(offered(mia)).isEqualTo(shown ? List.of() : List.of(award));
        }
    }

    @Test
    void aPolicyThatWaitsIsAskedAgainWhenTheAwardIsExplained() {
        use(waiting(new AwardDecision.Refuse("Under sixteen.")));
        AwardId award = app.awarded(address);
        Person stranger = app.personWithAccount();
        assertThat(explain(stranger, award)).isEqualTo(new Explanation.VerifyAddress(address.masked()));
        assertThat(badgr().awards().find(award).orElseThrow().state()).isEqualTo(AwardState.WAITING);
        Person mia = app.withAddress(stranger, address);
        assertThat(explain(mia, award)).isEqualTo(new Explanation.RefusedByPolicy("Under sixteen."));
        assertThat(badgr().awards().find(award).orElseThrow().refusal()).contains("Under sixteen.");
        assertThat(app.backpack(mia)).isEmpty();
    }

    @Test
    void aPolicyThatNeverDecidesKeepsTheAwardOutAndSaysSo() {
        use((award, account) -> new AwardDecision.Wait());
        Person mia = app.personWithAccount(address);
        AwardId award = app.awarded(address);
        assertThat(app.backpack(mia)).isEmpty();
        assertThat(explain(mia, award)).isEqualTo(new Explanation.Undecided());
        assertRefused(badgr().backpacks().accept(mia.id(), award), new Refusal.NotThere(new Explanation.Undecided()));
    }

    @Test
    void manyThatWaitAreAllDecidedAndPaged() {
        use(waiting(new AwardDecision.Show()));
        Set<AwardId> waiting = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            waiting.add(app.awarded(address));
        }
        Person mia = app.personWithAccount(address);
        List<AwardId> seen = new ArrayList<>();
        BackpackQuery query = BackpackQuery.newest(2);
        Optional<String> next;
        do {
            Page<?> page = badgr().backpacks().page(mia.id(), query);
            badgr().backpacks()
                    .page(mia.id(), query)
                    .items()
                    .forEach(entry -> seen.add(entry.award().id()));
            next = page.next();
            query = next.map(query::after).orElse(query);
        } while (next.isPresent());
        assertThat(seen).doesNotHaveDuplicates().hasSameElementsAs(waiting);
    }

    @Test
    void aPolicySeesTheAccountThatHasProvenTheAddress() {
        List<Optional<Account>> asked = new ArrayList<>();
        use((award, account) -> {
            asked.add(account);
            return account.isPresent() ? new AwardDecision.Show() : new AwardDecision.Wait();
        });
        Person mia = app.personWithAccount(address);
        app.awarded(address);
        assertThat(asked).containsExactly(Optional.empty(), Optional.of(mia.account()));
    }

    @Test
    void noPolicyShowsABadgeWhoseAddressIsNotVerified() {
        use(AwardPolicy.automatic());
        Person mia = app.personWithAccount();
        AwardId award = app.awarded(address);
        assertThat(app.backpack(mia)).isEmpty();
        assertRefused(
                badgr().backpacks().accept(mia.id(), award),
                new Refusal.NotThere(new Explanation.VerifyAddress(address.masked())));
        assertThat(badgr().sharing().create(mia.id(), award, Optional.empty()).isSuccess())
                .isFalse();
    }

    @Test
    void aPolicyThatFailsReachesTheHostAndNothingIsStored() {
        Badge badge = app.badge();
        use((award, account) -> {
            throw new IllegalStateException("the policy's own trouble");
        });
        NewAward wanted = NewAward.of(badge, address);
        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> badgr().awards().award(wanted));
        use(AwardPolicy.automatic());
        assertThat(app.backpack(app.personWithAccount(address))).isEmpty();
    }

    private static AwardPolicy waiting(AwardDecision decision) {
        return (award, account) -> account.isPresent() ? decision : new AwardDecision.Wait();
    }

    private void use(AwardPolicy policy) {
        app = TestApp.on(storage(), builder -> builder.policy(policy));
    }

    private Explanation explain(Person person, AwardId award) {
        return badgr().backpacks().explain(person.id(), award);
    }

    private List<AwardId> offered(Person person) {
        return badgr().backpacks().page(person.id(), BackpackQuery.newest(100).in(AwardState.OFFERED)).items().stream()
                .map(entry -> entry.award().id())
                .toList();
    }
}
