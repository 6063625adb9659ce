package dev.badgr.port;

import org.jspecify.annotations.Nullable;

/** The installation is not set up as it must be: no schema, another secret. The message says what to change. */
public final class Misconfigured extends BadgrException {
    private static final long serialVersionUID = 1;

    /** With what to change. */
    public Misconfigured(String message) {
        super(message);
    }

    /** With what to change and how it showed. */
    public Misconfigured(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
