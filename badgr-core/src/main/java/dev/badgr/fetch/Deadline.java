package dev.badgr.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * The end of a fetch's time. Limits on single reads would not do: a server that sends a byte now and then stays within them for ever. So
 * what a fetch waits for is closed when the time is over, and the wait fails. For one fetch.
 */
final class Deadline implements AutoCloseable {
    private final CompletableFuture<Boolean> passed;
    private final List<CompletableFuture<Void>> closings = new ArrayList<>();

    private Deadline(CompletableFuture<Boolean> passed) {
        this.passed = passed;
    }

    static Deadline in(Duration time) {
        return new Deadline(
                new CompletableFuture<Boolean>().completeOnTimeout(true, time.toMillis(), TimeUnit.MILLISECONDS));
    }

    boolean hasPassed() {
        return passed.isDone() && !passed.isCancelled();
    }

    /** Closes this when the time is over, at once if it is. It must not wait for anything while it is closed. */
    void ends(Closeable open) {
        closings.add(passed.thenRun(() -> {
            try {
                open.close();
            } catch (IOException e) {
                // It is of no use any more either way.
            }
        }));
    }

    /** Waits for this, but no longer. */
    <T> T await(CompletableFuture<T> awaited) throws IOException {
        try {
            CompletableFuture.anyOf(awaited, passed).join();
            if (!awaited.isDone()) {
                throw new Unfetchable("it took too long");
            }
            return awaited.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e);
        } catch (CancellationException e) {
            throw new IOException(e);
        }
    }

    /** Forgets it: nothing is closed any more. */
    @Override
    public void close() {
        passed.cancel(false);
    }
}
