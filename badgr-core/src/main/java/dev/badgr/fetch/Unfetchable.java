package dev.badgr.fetch;

import java.io.IOException;

/** Says in English why something is not fetched. It repeats nothing of what a server or a badge said. */
final class Unfetchable extends IOException {
    private static final long serialVersionUID = 1;

    Unfetchable(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
