package dev.badgr.backpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.award.AwardId;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CollectionTest {
    private static final List<AwardId> AWARDS = awards(8);

    private final Collection empty = Collection.create(
            CollectionId.random(Some.random()), Some.accountId(), " Data ", Optional.of("All"), Times.NOW);

    @Test
    void itsWordsAreNormalised() {
        assertThat(empty.name()).isEqualTo("Data");
        assertThat(Collection.description(null)).isEmpty();
        assertThat(Collection.description(" \n\t\u00A0")).isEmpty();
        assertThat(Collection.description(" one\ntwo ")).contains("one\ntwo");
    }

    @Test
    void eachChangeHasTheNextVersionAndNothingElseOfItChanges() {
        Collection one = empty.with(AWARDS.get(0));
        assertThat(empty.version()).isEqualTo(1);
        assertThat(one.version()).isEqualTo(2);
        Collection named = one.named("New", Optional.empty());
        assertThat(named.version()).isEqualTo(3);
        assertThat(named.awards()).isEqualTo(one.awards());
        assertThat(named.without(AWARDS.get(0)).awards()).isEmpty();
        assertThat(named.without(AWARDS.get(0)).version()).isEqualTo(4);
        assertThat(one.ordered(one.awards()).version()).isEqualTo(3);
    }

    /** Whatever is named takes the places of what is named, in the order of naming. */
    @Property(tries = 500)
    void whatIsNotNamedStaysWhereItIs(@ForAll @IntRange(max = 8) int size, @ForAll long seed) {
        Collection before = holding(AWARDS.subList(0, size));
        List<AwardId> some = new ArrayList<>(before.awards());
        java.util.Collections.shuffle(some, new Random(seed));
        List<AwardId> order = some.subList(0, new Random(seed).nextInt(size + 1));
        List<AwardId> after = before.ordered(order).awards();
        assertThat(after).containsExactlyInAnyOrderElementsOf(before.awards());
        assertThat(after.stream().filter(order::contains)).isEqualTo(order);
        IntStream.range(0, size)
                .filter(i -> !order.contains(before.awards().get(i)))
                .forEach(i -> assertThat(after.get(i)).isEqualTo(before.awards().get(i)));
    }

    @Test
    void aRepeatedNameCountsOnce() {
        Collection two = holding(AWARDS.subList(0, 2));
        AwardId first = AWARDS.get(0);
        AwardId second = AWARDS.get(1);
        assertThat(two.ordered(List.of(second, second, first, second)).awards()).containsExactly(second, first);
    }

    @Test
    void whatIsNotInItCannotBeOrdered() {
        assertThatThrownBy(() -> empty.ordered(AWARDS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itHoldsSoManyBadgesEachOnce() {
        Collection full = holding(awards(Collection.MAX_AWARDS));
        assertThat(full.isFull()).isTrue();
        assertThat(empty.isFull()).isFalse();
        assertThatThrownBy(() -> full.with(AWARDS.get(0))).isInstanceOf(IllegalArgumentException.class);
        Collection one = empty.with(AWARDS.get(0));
        assertThatThrownBy(() -> one.with(AWARDS.get(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCameSinceIsAtMostOne() {
        Collection one = empty.with(AWARDS.get(0));
        assertThat(one.addedSince(empty)).contains(AWARDS.get(0));
        assertThat(empty.addedSince(one)).isEmpty();
        Collection two = one.with(AWARDS.get(1));
        assertThatThrownBy(() -> two.addedSince(empty)).isInstanceOf(IllegalArgumentException.class);
        Collection other = Collection.create(
                CollectionId.random(Some.random()), empty.owner(), "Data", Optional.empty(), Times.NOW);
        assertThatThrownBy(() -> one.addedSince(other)).isInstanceOf(IllegalArgumentException.class);
    }

    private Collection holding(List<AwardId> awards) {
        return empty.holding(awards);
    }

    private static List<AwardId> awards(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> AwardId.random(Some.recipient(Some.address()), Times.NOW, Some.random()))
                .toList();
    }
}
