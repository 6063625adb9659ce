package dev.badgr.port;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong through no fault of the person: broken infrastructure, or a host that uses the library wrongly. What a
 * person can do wrong is a result, not an exception. Messages say what to do and hold no secret.
 */
public class BadgrException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what to do about it. */
    public BadgrException(String message) {
        super(message);
    }

    /** With what to do about it and what caused it. */
    public BadgrException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
