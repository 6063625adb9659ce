package dev.badgr.memory;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;

/** What Lincheck does, in a process of its own: it changes the classes of the one that it runs in. */
final class Linearizability {
    static final String DONE = "linearizable";

    private Linearizability() {}

    /** The name of the operations; they are put under stress. With "every" before it, Lincheck decides who takes the next step. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        Class<?> operations = Class.forName(arguments[arguments.length - 1]);
        if (arguments[0].equals("every")) {
            new ModelCheckingOptions()
                    .iterations(10)
                    .threads(2)
                    .actorsPerThread(3)
                    .invocationsPerIteration(300)
                    .check(operations);
        } else {
            new StressOptions()
                    .iterations(15)
                    .threads(3)
                    .actorsPerThread(3)
                    .invocationsPerIteration(1000)
                    .check(operations);
        }
        System.out.println(DONE);
    }
}
