package dev.badgr;

import dev.badgr.award.Evidence;
import dev.badgr.award.NewAward;
import dev.badgr.award.NewRevocation;
import dev.badgr.bulk.AwardRow;
import dev.badgr.bulk.Line;
import java.util.Iterator;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Awarding and revoking by the thousand or the million, in slices that are each stored wholly or not at all. So a run holds one
 * slice at a time, and one that ends in the middle, for whatever reason, is begun again with the same rows: those that were
 * done are recognised. Two runs at once don't harm each other.
 *
 * <p>Immutable and safe for use by many threads; each run works in the thread that calls it.
 */
public final class Bulk {
    private final Setup setup;
    private final boolean announced;
    private final OptionalLong expected;

    Bulk(Setup setup) {
        this(setup, true, OptionalLong.empty());
    }

    private Bulk(Setup setup, boolean announced, OptionalLong expected) {
        this.setup = setup;
        this.announced = announced;
        this.expected = expected;
    }

    /** The same, but nobody is told by mail: for awards that people know of, such as those from an earlier system. */
    public Bulk withoutNotices() {
        return new Bulk(setup, false, expected);
    }

    /**
     * The same with the number of rows, so that {@link BulkProgress#remaining} can be told.
     *
     * @param rows at least 0; a wrong number does no harm
     */
    public Bulk expecting(long rows) {
        return new Bulk(setup, announced, OptionalLong.of(rows));
    }

    /**
     * Awards badges as {@link Awards#award} does, each under its external key, which a row must have: by it the same row is
     * recognised when it comes again. Recipients are told as with single awards; {@link Notices#deliver} takes that up bit by
     * bit.
     *
     * @param rows taken one by one, and not closed; what it throws reaches the caller after what was stored so far was told
     * @param listener hears of each row and of the progress
     * @return what was done; a row is refused for what {@link Awards#award} refuses, and if it has no external key
     * @throws dev.badgr.port.StorageUnavailable if the storage can't be reached; its message says how many rows are done
     */
    public BulkProgress award(Stream<NewAward> rows, BulkListener listener) {
        Objects.requireNonNull(listener, "listener");
        return awarding(new BulkAwarding(setup, announced), listener).over(numbered(rows.iterator()));
    }

    /**
     * The same for the rows of a file.
     *
     * @param rows as {@link dev.badgr.bulk.BulkFile#awards} reads them; one that can't be read is refused with
     *     {@link Refusal.InvalidInput}, which names its columns and what is wrong with them
     */
    public BulkProgress awardLines(Stream<Line<AwardRow>> rows, BulkListener listener) {
        Objects.requireNonNull(listener, "listener");
        BulkAwarding awarding = new BulkAwarding(setup, announced);
        return awarding(awarding, listener)
                .over(mapped(
                        rows.iterator(),
                        line -> new BulkRow<>(
                                line.number(),
                                read(line)
                                        .then(row -> awarding.found(row.badge())
                                                .then(badge -> Result.success(row.of(badge)))))));
    }

    /**
     * Takes awards back as {@link Awards#revoke} does.
     *
     * @param rows taken one by one, and not closed
     * @param listener hears of each row and of the progress
     * @return what was done; a row is refused for what {@link Awards#revoke} refuses, but one that was revoked before is done
     *     before
     * @throws dev.badgr.port.StorageUnavailable if the storage can't be reached; its message says how many rows are done
     */
    public BulkProgress revoke(Stream<NewRevocation> rows, BulkListener listener) {
        Objects.requireNonNull(listener, "listener");
        return revoking(listener).over(numbered(rows.iterator()));
    }

    /**
     * The same for the rows of a file.
     *
     * @param rows as {@link dev.badgr.bulk.BulkFile#revocations} reads them; one that can't be read is refused with
     *     {@link Refusal.InvalidInput}, which names its columns and what is wrong with them
     */
    public BulkProgress revokeLines(Stream<Line<NewRevocation>> rows, BulkListener listener) {
        Objects.requireNonNull(listener, "listener");
        return revoking(listener).over(mapped(rows.iterator(), line -> new BulkRow<>(line.number(), read(line))));
    }

    private BulkRun<NewRevocation> revoking(BulkListener listener) {
        return new BulkRun<>(
                setup, listener, expected, wanted -> wanted.reason().length(), new BulkRevoking(setup)::store);
    }

    private BulkRun<NewAward> awarding(BulkAwarding awarding, BulkListener listener) {
        return new BulkRun<>(setup, listener, expected, Bulk::letters, awarding::store);
    }

    private static <T> Result<T> read(Line<T> line) {
        return line.value()
                .map(Result::success)
                .orElseGet(() -> Result.refused(new Refusal.InvalidInput(line.violations())));
    }

    private static int letters(NewAward wanted) {
        int evidence = wanted.evidence().stream().mapToInt(Bulk::letters).sum();
        return evidence + wanted.narrative().map(String::length).orElse(0);
    }

    private static int letters(Evidence evidence) {
        return evidence.url().toString().length()
                + evidence.narrative().map(String::length).orElse(0);
    }

    private static <T> Iterator<BulkRow<T>> numbered(Iterator<T> rows) {
        AtomicLong number = new AtomicLong();
        return mapped(rows, row -> new BulkRow<>(number.incrementAndGet(), Result.success(row)));
    }

    private static <T, R> Iterator<R> mapped(Iterator<T> rows, Function<T, R> mapper) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public R next() {
                return mapper.apply(rows.next());
            }
        };
    }
}
