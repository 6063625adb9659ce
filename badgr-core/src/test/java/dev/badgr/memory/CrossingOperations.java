package dev.badgr.memory;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * Two who each look whether the other is there, and come if not: both would come if it were not checked what a transaction only
 * read, since they write nothing in common.
 */
@Param(name = "who", gen = IntGen.class, conf = "1:2")
public class CrossingOperations {
    private static final Layout<Integer, Boolean> PRESENT = Layout.single();

    private final Journal journal = new Journal(2);

    @Operation
    public boolean comeUnlessTheOtherIsThere(@Param(name = "who") int who) {
        return journal.atomically(in -> {
            boolean free = !in.table(PRESENT).has(3 - who);
            if (free) {
                in.table(PRESENT).put(who, true);
            }
            return free;
        });
    }

    @Operation
    public boolean go(@Param(name = "who") int who) {
        return journal.atomically(in -> {
            boolean wasThere = in.table(PRESENT).has(who);
            in.table(PRESENT).remove(who);
            return wasThere;
        });
    }
}
