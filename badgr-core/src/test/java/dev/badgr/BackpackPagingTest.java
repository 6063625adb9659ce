package dev.badgr;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.Page;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Page after page, a Backpack is all there, once, newest first. */
class BackpackPagingTest {
    private static final List<EmailAddress> HERS = List.of(Some.address(), Some.address(), Some.address());
    private static final EmailAddress HIS = Some.address();
    private static final Badge[] BADGES = {
        aBadge().tagged("data").build(), aBadge().named("Café Host").build()
    };

    /**
     * One award to be.
     *
     * @param to which of her addresses, or another's
     * @param millis when, in few milliseconds so that many are of one
     */
    private record Sketch(int to, int badge, int millis, AwardState state) {
        Award award() {
            EmailAddress address = to < HERS.size() ? HERS.get(to) : HIS;
            return anAwardOf(BADGES[badge])
                    .to(address)
                    .issuedOn(Times.NOW.plusMillis(millis))
                    .in(state)
                    .build();
        }
    }

    @Property(tries = 300)
    void pagesShowEverythingOnceNewestFirst(
            @ForAll("sketches") List<Sketch> sketches,
            @ForAll @IntRange(min = 1, max = 12) int limit,
            @ForAll("states") AwardState state) {
        BadgrWithStorage host = new BadgrWithStorage(AwardPolicy.automatic());
        Account owner = host.person(HERS);
        List<Award> awards = host.award(sketches.stream().map(Sketch::award).toList(), BADGES);
        List<AwardId> expected = awards.stream()
                .filter(award -> owner.hasVerified(award.id().recipient()))
                .filter(award -> decided(award.state()) == state)
                .map(Award::id)
                .sorted(Comparator.reverseOrder())
                .toList();
        assertThat(leafedThrough(host, owner, BackpackQuery.newest(limit).in(state)))
                .isEqualTo(expected);
    }

    @Property(tries = 200)
    void filtersAndPagesDontDisturbEachOther(
            @ForAll("sketches") List<Sketch> sketches,
            @ForAll @IntRange(min = 1, max = 5) int limit,
            @ForAll @IntRange(max = 4) int filter) {
        BadgrWithStorage host = new BadgrWithStorage(AwardPolicy.automatic());
        Account owner = host.person(HERS);
        host.award(sketches.stream().map(Sketch::award).toList(), BADGES);
        BackpackQuery all = BackpackQuery.newest(100);
        BackpackQuery query = switch (filter) {
            case 0 -> all.of(BADGES[0].id());
            case 1 -> all.from(BADGES[1].id().issuer());
            case 2 -> all.named("CAFÉ");
            case 3 -> all.tagged("data");
            default -> all.named("nothing like it");
        };
        BackpackQuery narrow = new BackpackQuery(
                query.state(), limit, Optional.empty(), query.badge(), query.issuer(), query.text(), query.tag());
        Set<Badge> wanted = switch (filter) {
            case 0, 3 -> Set.of(BADGES[0]);
            case 1, 2 -> Set.of(BADGES[1]);
            default -> Set.of();
        };
        List<AwardId> expected = host.badgr.backpacks().page(owner.id(), all).items().stream()
                .filter(entry -> wanted.contains(entry.badge()))
                .map(entry -> entry.award().id())
                .toList();
        assertThat(leafedThrough(host, owner, narrow)).isEqualTo(expected);
    }

    @Property(tries = 100)
    void whatThePolicyKeepsOutOrLeavesOpenIsOnNoPage(
            @ForAll("sketches") List<Sketch> sketches, @ForAll @IntRange(min = 1, max = 4) int limit) {
        AwardPolicy undecided = (award, account) ->
                award.badge().equals(BADGES[0]) ? new AwardDecision.Wait() : new AwardDecision.Refuse("Not this one.");
        BadgrWithStorage host = new BadgrWithStorage(undecided);
        Account owner = host.person(HERS);
        List<Award> awards = host.award(sketches.stream().map(Sketch::award).toList(), BADGES);
        List<AwardId> expected = awards.stream()
                .filter(a -> owner.hasVerified(a.id().recipient()) && a.state() == AwardState.SHOWN)
                .map(Award::id)
                .sorted(Comparator.reverseOrder())
                .toList();
        assertThat(leafedThrough(host, owner, BackpackQuery.newest(limit))).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<Sketch>> sketches() {
        Arbitrary<AwardState> state = Arbitraries.of(
                AwardState.SHOWN,
                AwardState.SHOWN,
                AwardState.SHOWN,
                AwardState.WAITING,
                AwardState.OFFERED,
                AwardState.HIDDEN,
                AwardState.DECLINED);
        return Combinators.combine(
                        Arbitraries.integers().between(0, HERS.size()),
                        Arbitraries.integers().between(0, BADGES.length - 1),
                        Arbitraries.integers().between(0, 5),
                        state)
                .as(Sketch::new)
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<AwardState> states() {
        return Arbitraries.of(AwardState.SHOWN, AwardState.OFFERED, AwardState.HIDDEN, AwardState.DECLINED);
    }

    /** The policy shows what waited. */
    private static AwardState decided(AwardState state) {
        return state == AwardState.WAITING ? AwardState.SHOWN : state;
    }

    private static List<AwardId> leafedThrough(BadgrWithStorage host, Account owner, BackpackQuery first) {
        List<AwardId> seen = new ArrayList<>();
        Page<BackpackEntry> page = host.badgr.backpacks().page(owner.id(), first);
        seen.addAll(ids(page));
        while (page.next().isPresent()) {
            assertThat(page.items()).hasSizeLessThanOrEqualTo(first.limit());
            page = host.badgr
                    .backpacks()
                    .page(owner.id(), first.after(page.next().get()));
            seen.addAll(ids(page));
        }
        return seen;
    }

    private static List<AwardId> ids(Page<BackpackEntry> page) {
        return page.items().stream().map(entry -> entry.award().id()).toList();
    }
}
