package dev.badgr.memory;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** Whatever many threads do at once in memory, it is as if one had done it after the other. */
class LinearizabilityTest {

    @Test
    void transactionsUnderStress() {
        new StressOptions()
                .iterations(30)
                .threads(3)
                .actorsPerThread(3)
                .invocationsPerIteration(2000)
                .check(TransactionOperations.class);
    }

    @Test
    void transactionsInEveryOrderOfTheirSteps() {
        new ModelCheckingOptions()
                .iterations(20)
                .threads(2)
                .actorsPerThread(3)
                .invocationsPerIteration(1000)
                .check(TransactionOperations.class);
    }
}
