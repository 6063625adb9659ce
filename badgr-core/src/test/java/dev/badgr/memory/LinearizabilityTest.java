package dev.badgr.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.fixture.OwnProcess;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever many threads do at once in memory, it is as if one had done it after the other. */
class LinearizabilityTest {

    @ParameterizedTest
    @ValueSource(classes = {TransactionOperations.class, StoreOperations.class})
    void threadsThatRun(Class<?> operations) throws IOException, InterruptedException {
        assertThat(OwnProcess.run(Linearizability.class, List.of(), operations.getName()))
                .contains(Linearizability.DONE);
    }
}
