package dev.badgr.port;

/**
 * The storage can't be reached, is read-only, or did not answer in time. Nothing was half done: what was asked for
 * happened wholly or not at all, and can be asked for again.
 *
 * <p>Which of the two can't be known where the connection broke while the answer was on its way. Asking again tells: what has
 * a key is there once, such as an award with its host's own key; what can be done only once is refused as done, or shown as
 * it is now.
 */
public final class StorageUnavailable extends BadgrException {
    private static final long serialVersionUID = 1;

    /** With what to do about it and what caused it. */
    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
