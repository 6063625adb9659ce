package dev.badgr.memory;

import org.jetbrains.lincheck.datastructures.StressOptions;

/** What Lincheck does, in a process of its own: it changes the classes of the one that it runs in. */
final class Linearizability {
    static final String DONE = "linearizable";

    private Linearizability() {}

    /** The name of the operations. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        new StressOptions()
                .iterations(15)
                .threads(3)
                .actorsPerThread(3)
                .invocationsPerIteration(1000)
                .check(Class.forName(arguments[0]));
        System.out.println(DONE);
    }
}
