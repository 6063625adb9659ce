package dev.badgr.jdbc.bench;

import java.util.List;
import java.util.Locale;

/** How two things compare: the median of several repetitions, and the least and the most that one of them had. */
record Ratio(double median, double min, double max) {
    static Ratio of(List<Double> repetitions) {
        List<Double> sorted = repetitions.stream().sorted().toList();
        return new Ratio(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    Ratio times(double factor) {
        return new Ratio(median * factor, min * factor, max * factor);
    }

    String spread() {
        return String.format(Locale.ROOT, "%.2f..%.2f", min, max);
    }
}
