package dev.badgr;

import dev.badgr.port.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Takes rows slice by slice, so that no more than one slice is ever held, and tells of each slice once it is stored.
 *
 * @param <T> what a row asks for
 */
final class BulkRun<T> {
    /** Letters that a slice holds at most, whatever its rows are like: rows with long stories make smaller slices. */
    private static final int HEAVIEST = 8_000_000;

    private final Setup setup;
    private final BulkListener listener;
    private final ToIntFunction<T> weight;
    private final Function<List<BulkRow<T>>, List<BulkOutcome>> store;
    private final Instant begun;
    private BulkProgress progress;

    /**
     * @param weight how many letters a row holds beside its keys
     * @param store stores a slice, and answers for each of its rows
     */
    BulkRun(
            Setup setup,
            BulkListener listener,
            OptionalLong expected,
            ToIntFunction<T> weight,
            Function<List<BulkRow<T>>, List<BulkOutcome>> store) {
        this.setup = setup;
        this.listener = listener;
        this.weight = weight;
        this.store = store;
        this.begun = setup.clock().instant();
        this.progress = BulkProgress.none(expected);
    }

    BulkProgress over(Iterator<BulkRow<T>> rows) {
        int rowsAtOnce = setup.stores().bulk().slice();
        while (told(rows, rowsAtOnce)) {
            listener.progress(progress);
        }
        progress = progress.after(elapsed());
        return progress;
    }

    /** Stores the next slice and tells of its rows; whether there was one. */
    private boolean told(Iterator<BulkRow<T>> rows, int rowsAtOnce) {
        List<BulkRow<T>> slice;
        List<BulkOutcome> outcomes;
        try {
            slice = next(rows, rowsAtOnce);
            outcomes = slice.isEmpty() ? List.of() : store.apply(slice);
        } catch (StorageUnavailable e) {
            throw new StorageUnavailable(
                    "%s. The first %d rows are done; run all of them again, and the rest follows"
                            .formatted(e.getMessage(), progress.rows()),
                    e);
        }
        tell(slice, outcomes);
        return !slice.isEmpty();
    }

    private List<BulkRow<T>> next(Iterator<BulkRow<T>> rows, int most) {
        List<BulkRow<T>> slice = new ArrayList<>();
        long letters = 0;
        while (slice.size() < most && letters < HEAVIEST && rows.hasNext()) {
            BulkRow<T> row = rows.next();
            slice.add(row);
            letters += row.wanted().<Integer>fold(weight::applyAsInt, refusal -> 0);
        }
        return slice;
    }

    private void tell(List<BulkRow<T>> slice, List<BulkOutcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            listener.outcome(slice.get(i).number(), outcomes.get(i));
            progress = progress.and(outcomes.get(i));
        }
        progress = progress.after(elapsed());
    }

    private Duration elapsed() {
        return Duration.between(begun, setup.clock().instant());
    }
}
