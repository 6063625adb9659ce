package dev.badgr.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.fixture.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Transactions in each other's way. Those that meet on purpose are nested: the inner one is another's. */
class JournalTest {
    private static final int CROWD = 64;
    private static final int EACH = 200;
    private static final Layout<String, Integer> NUMBERS = Layout.single();
    private static final Layout<String, Integer> OTHERS = Layout.single();

    private final Journal journal = new Journal(16);
    private final AtomicBoolean hasMet = new AtomicBoolean();

    @Test
    void manyThreadsCountInOneRow() {
        Race.of(CROWD, i -> {
            for (int n = 0; n < EACH; n++) {
                add("one", 1);
            }
            return i;
        });
        assertThat(number("one")).isEqualTo(CROWD * EACH);
    }

    @Test
    void whatManyThreadsMoveToAndFroStaysTheSameInAll() {
        put("a", 100);
        put("b", 100);
        List<Integer> sums = Race.of(CROWD, i -> {
            for (int n = 0; n < EACH; n++) {
                boolean there = (n + i) % 2 == 0;
                move(there ? "a" : "b", there ? "b" : "a");
            }
            return journal.atomically(
                    in -> in.table(NUMBERS).all().mapToInt(n -> n).sum());
        });
        assertThat(sums).containsOnly(200);
    }

    @Test
    void whoeverReadsEverythingGetsThroughThoughOthersWriteAllTheTime() {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        Race.of(9, i -> {
            while (i > 0 && !done.get()) {
                add("row " + i, 1);
                written.incrementAndGet();
            }
            if (i == 0) {
                for (int n = 0; n < EACH || written.get() < EACH; n++) {
                    journal.atomically(in -> {
                        int sum = in.table(NUMBERS).all().mapToInt(one -> one).sum();
                        in.table(OTHERS).put("sum", sum);
                        return sum;
                    });
                }
                done.set(true);
            }
            return i;
        });
        assertThat(number("sum", OTHERS)).isPositive().isLessThanOrEqualTo(written.get());
    }

    @Test
    void aTransactionIsDoneAgainIfWhatItOnlyReadHasChanged() {
        List<Integer> seen = new ArrayList<>();
        journal.atomically(in -> {
            seen.add(in.table(NUMBERS).find("read").orElse(0));
            meanwhile(() -> put("read", 7));
            in.table(NUMBERS).put("written", 1);
            return true;
        });
        assertThat(seen).containsExactly(0, 7);
    }

    @Test
    void aTransactionSeesOneMomentEvenIfItWillBeDoneAgain() {
        List<Integer> sums = new ArrayList<>();
        journal.atomically(in -> {
            int first = in.table(NUMBERS).find("a").orElse(0);
            meanwhile(() -> {
                put("a", 1);
                put("b", -1);
            });
            return sums.add(first + in.table(NUMBERS).find("b").orElse(0));
        });
        assertThat(sums).containsExactly(0);
    }

    @Test
    void whatIsNewerThanTheTransactionIsSeenIfNothingContradictsIt() {
        List<Integer> seen = new ArrayList<>();
        journal.atomically(in -> {
            meanwhile(() -> put("a", 1));
            return seen.add(in.table(NUMBERS).find("a").orElse(0));
        });
        assertThat(seen).containsExactly(1);
    }

    @Test
    void workThatSwallowsItsFailureIsDoneAgainAllTheSame() {
        AtomicInteger tries = new AtomicInteger();
        String outcome = journal.atomically(in -> {
            tries.incrementAndGet();
            in.table(NUMBERS).find("a");
            meanwhile(() -> {
                put("a", 1);
                put("b", 1);
            });
            try {
                in.table(NUMBERS).find("b");
                return "seen";
            } catch (RuntimeException e) {
                return "swallowed";
            }
        });
        assertThat(outcome).isEqualTo("seen");
        assertThat(tries).hasValue(2);
    }

    @Test
    void aScanIsInTheWayOfNoRowThatIsNotThereYet() {
        List<Long> counts = new ArrayList<>();
        journal.atomically(in -> {
            long count = in.table(NUMBERS).all().count();
            meanwhile(() -> put("new", 1));
            in.table(OTHERS).put("count", (int) count);
            return counts.add(count);
        });
        assertThat(counts).containsExactly(0L, 1L);
    }

    @Test
    void whatWorkThrowsUndoesIt() {
        IllegalArgumentException accident = new IllegalArgumentException();
        assertThatThrownBy(() -> journal.atomically(in -> {
                    in.table(NUMBERS).put("a", 1);
                    throw accident;
                }))
                .isSameAs(accident);
        assertThat(number("a")).isZero();
    }

    @Test
    void aTableIsOfNoUseAfterItsTransaction() {
        Table<String, Integer> table = journal.atomically(in -> in.table(NUMBERS));
        assertThatIllegalStateException().isThrownBy(() -> table.put("a", 1));
    }

    /** What somebody else does, in the first try. */
    private void meanwhile(Runnable other) {
        if (hasMet.compareAndSet(false, true)) {
            other.run();
        }
    }

    private void move(String from, String to) {
        journal.atomically(in -> {
            Table<String, Integer> numbers = in.table(NUMBERS);
            numbers.put(from, numbers.find(from).orElseThrow() - 1);
            numbers.put(to, numbers.find(to).orElseThrow() + 1);
            return true;
        });
    }

    private void add(String key, int more) {
        journal.atomically(in -> {
            in.table(NUMBERS).put(key, in.table(NUMBERS).find(key).orElse(0) + more);
            return true;
        });
    }

    private void put(String key, int value) {
        journal.atomically(in -> {
            in.table(NUMBERS).put(key, value);
            return true;
        });
    }

    private int number(String key) {
        return number(key, NUMBERS);
    }

    private int number(String key, Layout<String, Integer> layout) {
        return journal.atomically(in -> in.table(layout).find(key).orElse(0));
    }
}
