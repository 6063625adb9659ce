package dev.badgr.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one thread work at a time, and takes back what a piece of work has done if it throws. The whole of the locking. */
final class Journal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /** Does the work wholly or not at all. Inside other work it is a part of that. */
    <T> T atomically(Supplier<? extends T> work) {
        lock.lock();
        int mark = undo.size();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            settle(mark, done);
            lock.unlock();
        }
    }

    /** The same for work that answers nothing. */
    void atomically(Runnable work) {
        Supplier<Boolean> done = () -> {
            work.run();
            return true;
        };
        atomically(done);
    }

    /** Notes how to take back the change that was just made. */
    void onUndo(Runnable how) {
        undo.push(how);
    }

    private void settle(int mark, boolean done) {
        if (!done) {
            while (undo.size() > mark) {
                undo.pop().run();
            }
        } else if (lock.getHoldCount() == 1) {
            undo.clear();
        }
    }
}
