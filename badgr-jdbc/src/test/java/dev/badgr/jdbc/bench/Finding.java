package dev.badgr.jdbc.bench;

import java.util.Locale;

/**
 * What was measured of a goal.
 *
 * @param goal such as {@code P1}
 * @param measured in words
 * @param ratio over the repetitions
 * @param bound which side of the limit is good
 * @param limit what the ratio is to be
 * @param possible what the ceiling itself has on this machine, which may be less; infinite if there is none
 */
record Finding(String goal, String measured, Ratio ratio, Bound bound, double limit, double possible) {
    /** Which side of a limit is good. */
    enum Bound {
        AT_LEAST("≥ "),
        AT_MOST("≤ "),
        /** Nothing is asked of it. */
        NONE("");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    /** How far from its goal a short run may find a ratio: it has few calls on a machine that is busy. */
    private static final double SLACK = 0.75;

    static Finding atLeast(double limit, String goal, String measured, Ratio ratio) {
        return new Finding(goal, measured, ratio, Bound.AT_LEAST, limit, Double.POSITIVE_INFINITY);
    }

    static Finding atMost(double limit, String goal, String measured, Ratio ratio) {
        return new Finding(goal, measured, ratio, Bound.AT_MOST, limit, Double.POSITIVE_INFINITY);
    }

    /** Without a goal. */
    static Finding seen(String goal, String measured, Ratio ratio) {
        return new Finding(goal, measured, ratio, Bound.NONE, 0, Double.POSITIVE_INFINITY);
    }

    /** What was counted rather than measured. */
    static Finding counted(String goal, String measured, double most, double found) {
        return atMost(most, goal, measured, new Ratio(found, found, found));
    }

    /** The same beside a ceiling: a short run asks for no more than that has. */
    Finding under(Ratio ceiling) {
        return new Finding(goal, measured, ratio, bound, limit, ceiling.median());
    }

    boolean isMet() {
        return isWithin(1, limit);
    }

    /** Whether it is so far from what is possible of the goal that no noise explains it. */
    boolean isFarOff() {
        return !isWithin(SLACK, Math.min(limit, possible));
    }

    private boolean isWithin(double share, double limit) {
        return switch (bound) {
            case AT_LEAST -> ratio.median() >= limit * share;
            case AT_MOST -> ratio.median() <= limit / share;
            case NONE -> true;
        };
    }

    /** A row of a table in Markdown. */
    String row() {
        String met = bound == Bound.NONE ? "" : isMet() ? "yes" : "no";
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %s | %s |",
                goal,
                measured,
                asked(),
                ratio.median(),
                ratio.spread(),
                met);
    }

    private String asked() {
        return bound == Bound.NONE ? "" : bound.sign + (limit == Math.rint(limit) ? "%.0f" : "%.2f").formatted(limit);
    }
}
