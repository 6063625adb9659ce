package dev.badgr.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.fixture.OwnProcess;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever many threads do at once in memory, it is as if one had done it after the other. */
class LinearizabilityTest {

    @ParameterizedTest
    @ValueSource(classes = {TransactionOperations.class, CrossingOperations.class, StoreOperations.class})
    void threadsThatRun(Class<?> operations) throws IOException, InterruptedException {
        assertLinearizable(Linearizability.Way.STRESS, operations);
    }

    @ParameterizedTest
    @ValueSource(classes = {TransactionOperations.class, CrossingOperations.class, StoreOperations.class})
    void anyOrderThatThereMayBe(Class<?> operations) throws IOException, InterruptedException {
        assertLinearizable(Linearizability.Way.MODEL, operations);
    }

    private static void assertLinearizable(Linearizability.Way way, Class<?> operations)
            throws IOException, InterruptedException {
        assertThat(OwnProcess.run(Linearizability.class, Linearizability.JVM_OPTIONS, way.name(), operations.getName()))
                .contains(Linearizability.DONE);
    }
}
