package dev.badgr.jdbc.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How long calls took.
 *
 * @param nanos by the name of a variant: the sorted times of each repetition
 */
record Timings(Map<String, List<long[]>> nanos) {
    private static final double MICRO = 1000;

    /** How many times as fast one was as another, by medians: for each repetition. */
    Ratio speed(String one, String other) {
        return ratio(other, one, times -> percentile(times, 50));
    }

    /** How many times as long one took as another, by a percentile: for each repetition. */
    Ratio cost(String one, String other, int percentile) {
        return ratio(one, other, times -> percentile(times, percentile));
    }

    /** The median of the repetitions' percentiles, in microseconds. */
    double micros(String name, int percentile) {
        return Ratio.of(times(name).stream()
                                .map(times -> percentile(times, percentile))
                                .toList())
                        .median()
                / MICRO;
    }

    private Ratio ratio(String above, String below, ToDoubleFunction<long[]> time) {
        List<long[]> these = times(above);
        List<long[]> those = times(below);
        return Ratio.of(IntStream.range(0, these.size())
                .mapToObj(i -> time.applyAsDouble(these.get(i)) / time.applyAsDouble(those.get(i)))
                .toList());
    }

    private List<long[]> times(String name) {
        List<long[]> times = nanos.get(name);
        if (times == null) {
            throw new IllegalArgumentException(name + ": was not measured");
        }
        return times;
    }

    private static double percentile(long[] sorted, int percentile) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percentile / 100)];
    }
}
