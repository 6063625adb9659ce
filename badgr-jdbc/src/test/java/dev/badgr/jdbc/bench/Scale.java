package dev.badgr.jdbc.bench;

/**
 * How much is measured.
 *
 * @param isShort whether it is the form that the build runs: it tells what is badly wrong, and no more
 * @param rows awards in the large database
 */
record Scale(boolean isShort, long rows) {
    /** Calls that take well under a millisecond. */
    Interleaved quick() {
        return isShort ? new Interleaved(800, 150, 5) : new Interleaved(4000, 500, 7);
    }

    /** Calls of which fewer must do. */
    Interleaved slow() {
        return isShort ? new Interleaved(10, 10, 5) : new Interleaved(40, 40, 7);
    }

    /** Calls that are slow, of which much less than a tenth is looked for. */
    Interleaved fine() {
        return isShort ? slow() : new Interleaved(40, 40, 21);
    }

    int bulk() {
        return isShort ? 50_000 : 200_000;
    }

    int bulkRepetitions() {
        return 5;
    }
}
