package dev.badgr.port;

/**
 * The storage can't be reached, is read-only, or did not answer in time. Nothing was half done: what was asked for
 * happened wholly or not at all, and can be asked for again.
 */
public final class StorageUnavailable extends BadgrException {
    private static final long serialVersionUID = 1;

    /** With what to do about it and what caused it. */
    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
