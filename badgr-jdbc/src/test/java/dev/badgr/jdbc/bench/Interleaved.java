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

    Timings run(List<Variant> variants) throws Exception {
        Map<String, List<long[]>> times = new LinkedHashMap<>();
        variants.forEach(variant -> times.put(variant.name(), new ArrayList<>()));
        repetition(variants, warm);
        for (int i = 0; i < repetitions; i++) {
            repetition(variants, calls).forEach((name, nanos) -> times.get(name).add(nanos));
        }
        return new Timings(times);
    }

    private Map<String, long[]> repetition(List<Variant> variants, int number) throws Exception {
        Map<String, List<? extends Variant.Call>> prepared = new LinkedHashMap<>();
        Map<String, long[]> nanos = new LinkedHashMap<>();
        for (Variant variant : variants) {
            prepared.put(variant.name(), variant.preparation().calls(number));
            nanos.put(variant.name(), new long[number]);
        }
        List<String> names = new ArrayList<>(prepared.keySet());
        for (int i = 0; i < number; i++) {
            // Who follows whom makes a difference to caches, so everybody follows everybody.
            Collections.shuffle(names, random);
            for (String name : names) {
                Variant.Call call = prepared.get(name).get(i);
                call.before();
                long start = System.nanoTime();
                call.run();
                nanos.get(name)[i] = System.nanoTime() - start;
            }
        }
        nanos.values().forEach(Arrays::sort);
        return nanos;
    }
}
