package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.badgr.port.StorageUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The storage goes away at each of a verb's calls: the caller hears of it, and the verb is done wholly or not at all. */
class StorageOutageTest {
    /** Counts an attempt, which stays counted whatever happens next. */
    private static final Set<String> COUNTS = Set.of("SignInStore.reserve");

    static Stream<String> verbs() {
        // These do many things, each wholly, and go on where they were stopped.
        Set<String> many = Set.of("Notices.deliver", "Retention.prune", "Imports.recheckDue");
        return VerbTable.names().filter(verb -> !many.contains(verb));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void theCallerHearsOfItAndNothingIsHalfDone(String verb) throws Throwable {
        World undisturbed = new World();
        Object[] itsArguments = VerbTable.arguments(verb, undisturbed);
        undisturbed.storage.watch();
        VerbTable.call(verb, undisturbed, itsArguments);
        List<String> all = undisturbed.storage.calls();
        List<String> whole = stored(all);
        for (int call = 1; call <= all.size(); call++) {
            World world = new World();
            Object[] arguments = VerbTable.arguments(verb, world);
            world.storage.watch(call);
            Throwable thrown = catchThrowable(() -> VerbTable.call(verb, world, arguments));
            assertThat(thrown).as("%s at call %d", verb, call).isInstanceOf(StorageUnavailable.class);
            List<String> before = world.storage.calls();
            assertThat(stored(before.subList(0, before.size() - 1)))
                    .as("%s at call %d, %s", verb, call, all.get(call - 1))
                    .isIn(List.of(), whole);
        }
    }

    @Test
    void noticesThatCouldNotBeMarkedAreDeliveredAgainWhenTheStorageIsBack() {
        World undisturbed = new World();
        undisturbed.storage.watch();
        assertThat(undisturbed.app.badgr().notices().deliver(10).delivered()).isPositive();
        int calls = undisturbed.storage.calls().size();
        for (int call = 1; call <= calls; call++) {
            World world = new World();
            world.storage.watch(call);
            Throwable thrown = catchThrowable(() -> world.app.badgr().notices().deliver(10));
            assertThat(thrown).as("at call %d", call).isInstanceOf(StorageUnavailable.class);
            world.storage.watch();
            world.app.passes(Duration.ofMinutes(5));
            world.app.badgr().notices().deliver(10);
            assertThat(world.app.badgr().notices().undelivered(10))
                    .as("at call %d", call)
                    .isEmpty();
        }
    }

    /** The calls that stored something for good, without those of a transaction that was not committed. */
    private static List<String> stored(List<String> calls) {
        List<String> stored = new ArrayList<>();
        int begun = -1;
        for (String call : calls) {
            if (call.equals("Storage.begin")) {
                begun = stored.size();
            } else if (call.equals("Storage.commit")) {
                begun = -1;
            } else if (BadInputTest.STORES.contains(call) && !COUNTS.contains(call)) {
                stored.add(call);
            }
        }
        return List.copyOf(begun < 0 ? stored : stored.subList(0, begun));
    }
}
