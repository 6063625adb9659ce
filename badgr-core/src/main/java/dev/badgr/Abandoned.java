package dev.badgr;

/** Leaves a transaction in which something was refused, so that nothing of it stays. */
final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    Abandoned(Refusal refusal) {
        super(null, null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
