package dev.badgr;

/**
 * Hears of a bulk run while it goes on, in the thread that has called the verb. What it throws ends the run before the next
 * slice and reaches the caller: what was stored stays, and the same run again goes on where it ended.
 */
@FunctionalInterface
public interface BulkListener {
    /**
     * What became of a row; called in the order of the rows, once it is stored for good.
     *
     * @param row its number, from 1 on; of a file the number of the line that it begins at
     */
    void outcome(long row, BulkOutcome outcome);

    /** How far it has come; called after each slice. */
    default void progress(BulkProgress progress) {}
}
