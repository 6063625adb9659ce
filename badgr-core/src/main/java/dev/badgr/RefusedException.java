package dev.badgr;

import dev.badgr.port.BadgrException;
import java.util.Locale;

/** A refusal for hosts that asked for exceptions with {@link Result#orElseThrow()}. */
public final class RefusedException extends BadgrException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    /** With the English text of the refusal. */
    public RefusedException(Refusal refusal) {
        super(refusal.message(Locale.ENGLISH));
        this.refusal = refusal;
    }

    /** Why, and what to do next. */
    public Refusal refusal() {
        return refusal;
    }
}
