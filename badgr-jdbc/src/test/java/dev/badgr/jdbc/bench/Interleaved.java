package dev.badgr.jdbc.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Lets ways to do a piece of work take turns call by call, so that a noisy machine is noisy for all. The first repetition warms
 * everything up and does not count.
 *
 * @param warm calls of each way before those that count
 * @param calls of each way in a repetition
 * @param repetitions that count
 * @param random for the turns
 */
record Interleaved(int warm, int calls, int repetitions, Random random) {
    Interleaved(int warm, int calls, int repetitions) {
        this(warm, calls, repetitions, new Random(1));
    }

    /** What one of them does in a repetition, and how long it took. */
    @SuppressWarnings("ArrayRecordComponent") // filled here, compared nowhere
    private record Turns(String name, List<? extends Variant.Call> calls, long[] nanos) {
        void take(int number) throws Exception {
            Variant.Call call = calls.get(number);
            call.before();
            long start = System.nanoTime();
            call.run();
            nanos[number] = System.nanoTime() - start;
        }
    }

    Timings run(List<Variant> variants) throws Exception {
        Map<String, List<long[]>> times = new LinkedHashMap<>();
        repetition(variants, warm);
        for (int i = 0; i < repetitions; i++) {
            for (Turns turns : repetition(variants, calls)) {
                times.computeIfAbsent(turns.name(), name -> new ArrayList<>()).add(turns.nanos());
            }
        }
        return new Timings(times);
    }

    private List<Turns> repetition(List<Variant> variants, int number) throws Exception {
        List<Turns> all = new ArrayList<>();
        for (Variant variant : variants) {
            all.add(new Turns(variant.name(), variant.preparation().calls(number), new long[number]));
        }
        for (int i = 0; i < number; i++) {
            // Who follows whom makes a difference to caches, so everybody follows everybody.
            Collections.shuffle(all, random);
            for (Turns turns : all) {
                turns.take(i);
            }
        }
        all.forEach(turns -> Arrays.sort(turns.nanos()));
        return all;
    }
}
