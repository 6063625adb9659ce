package dev.badgr.bulk;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Rows that are read when somebody asks for them, and known to be there only then. For one thread. */
abstract class LookAhead implements Iterator<Cells> {
    private Optional<Cells> next = Optional.empty();
    private boolean ended;

    /** Reads the next row; empty if there is none, and then it is not called again. */
    abstract Optional<Cells> read();

    @Override
    public final boolean hasNext() {
        if (next.isEmpty() && !ended) {
            next = read();
            ended = next.isEmpty();
        }
        return next.isPresent();
    }

    @Override
    public final Cells next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Cells row = next.orElseThrow();
        next = Optional.empty();
        return row;
    }
}
