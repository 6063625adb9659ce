package dev.badgr.memory;

import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;

/** What Lincheck does, in a process of its own: it changes the classes of the one that it runs in, the JDK's too. */
final class Linearizability {
    static final String DONE = "linearizable";
    static final List<String> JVM_OPTIONS = Stream.of(
                    "java.lang",
                    "java.lang.invoke",
                    "java.time",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "java.util.concurrent.locks",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "jdk.internal.misc")
            .map("--add-opens=java.base/%s=ALL-UNNAMED"::formatted)
            .toList();

    /** A map that goes through its table is not yet caught in a loop. */
    private static final int LONGEST_LOOP = 10_000;

    private Linearizability() {}

    /** Stress or model checking, and the name of the operations. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        Class<?> operations = Class.forName(arguments[1]);
        switch (Way.valueOf(arguments[0])) {
            case STRESS ->
                new StressOptions()
                        .iterations(15)
                        .threads(3)
                        .actorsPerThread(3)
                        .invocationsPerIteration(1000)
                        .check(operations);
            case MODEL ->
                new ModelCheckingOptions()
                        .iterations(10)
                        .loopBound(LONGEST_LOOP)
                        .threads(2)
                        .actorsPerThread(3)
                        .invocationsPerIteration(300)
                        .check(operations);
        }
        System.out.println(DONE);
    }

    /** How it looks for what is wrong. */
    enum Way {
        /** Threads that really run at once. */
        STRESS,
        /** One thread after the other, changed where it matters. */
        MODEL
    }
}
