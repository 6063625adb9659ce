package dev.badgr.examples.walkthrough;

import java.util.ArrayList;
import java.util.List;

/** Counts what was looked at, and keeps what was not as it must be. */
final class Checks {
    private final List<String> broken = new ArrayList<>();
    private int count;

    boolean that(String claim, boolean holds) {
        count++;
        if (!holds) {
            broken.add(claim);
        }
        return holds;
    }

    boolean allHold() {
        return broken.isEmpty();
    }

    List<String> broken() {
        return List.copyOf(broken);
    }

    /** Such as {@code 42 of 42 checks hold}. */
    String summary() {
        return (count - broken.size()) + " of " + count + " checks hold";
    }
}
