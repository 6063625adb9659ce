package dev.badgr.memory;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever many threads do at once in memory, it is as if one had done it after the other. */
class LinearizabilityTest {

    @ParameterizedTest
    @ValueSource(classes = {TransactionOperations.class, StoreOperations.class})
    void threadsThatRun(Class<?> operations) {
        new StressOptions()
                .iterations(15)
                .threads(3)
                .actorsPerThread(3)
                .invocationsPerIteration(1000)
                .check(operations);
    }

    /** Lincheck decides who takes the next step, and tries what an orderly machine would hardly do. */
    @Test
    void threadsThatAreStoppedAnywhere() {
        new ModelCheckingOptions()
                .iterations(10)
                .threads(2)
                .actorsPerThread(3)
                .invocationsPerIteration(300)
                .check(TransactionOperations.class);
    }
}
