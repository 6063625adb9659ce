package dev.badgr.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StatusSlotTest {
    @Test
    void anAwardHasTheSameCandidatesEachTime() {
        AwardId award = someAward();
        assertThat(StatusSlot.candidates(award, 3)).isEqualTo(StatusSlot.candidates(award, 3));
        assertThat(StatusSlot.candidates(award, 3)).isNotEqualTo(StatusSlot.candidates(someAward(), 3));
    }

    @Property(tries = 200)
    void theListsOfATierAreItsOwn(@ForAll @IntRange(max = StatusSlot.TIERS - 1) int tier) {
        List<StatusSlot> candidates = StatusSlot.candidates(someAward(), tier);
        assertThat(candidates).hasSize(7);
        assertThat(candidates)
                .allSatisfy(slot -> assertThat(slot.list())
                        .isEqualTo(candidates.get(0).list())
                        .isBetween((1 << tier) - 1, (1 << (tier + 1)) - 2));
    }

    /** Twice as many awards as one list has bits: the row of candidates has room for each, and not many lists are begun. */
    @Test
    void listsFillUpBeforeManyAreBegun() {
        Set<StatusSlot> taken = new HashSet<>();
        int awards = 2 * StatusSlot.LIST_SIZE;
        for (int i = 0; i < awards; i++) {
            taken.add(free(someAward(), slot -> !taken.contains(slot)));
        }
        assertThat(taken).hasSize(awards);
        assertThat(taken.stream().map(StatusSlot::list).distinct()).hasSizeLessThanOrEqualTo(7);
        assertThat(taken.stream().filter(slot -> slot.list() == 0)).hasSizeGreaterThan(StatusSlot.LIST_SIZE / 2);
    }

    @Test
    void aSlotIsInsideOfTheLists() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StatusSlot(0, StatusSlot.LIST_SIZE));
        assertThatIllegalArgumentException().isThrownBy(() -> new StatusSlot(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new StatusSlot(StatusSlot.LISTS, 0));
    }

    private static StatusSlot free(AwardId award, Predicate<StatusSlot> isFree) {
        return IntStream.range(0, StatusSlot.TIERS)
                .boxed()
                .flatMap(tier -> StatusSlot.candidates(award, tier).stream())
                .filter(isFree)
                .findFirst()
                .orElseThrow();
    }

    private static AwardId someAward() {
        return AwardId.random(Some.recipient(Some.address()), Times.NOW, Some.random());
    }
}
