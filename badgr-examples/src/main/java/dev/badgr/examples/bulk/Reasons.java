package dev.badgr.examples.bulk;

import dev.badgr.BulkOutcome;
import dev.badgr.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why rows were refused: the first few, for people. */
final class Reasons {
    private static final int FEW = 5;

    private final List<String> first = new ArrayList<>();

    void add(long line, BulkOutcome outcome) {
        if (outcome instanceof BulkOutcome.Refused refused && first.size() < FEW) {
            first.add("line " + line + ": " + of(refused.refusal()));
        }
    }

    List<String> first() {
        return List.copyOf(first);
    }

    /** With the column that each part of it is about. */
    static String of(Refusal refusal) {
        if (refusal instanceof Refusal.InvalidInput invalid) {
            return invalid.violations().stream()
                    .map(violation -> violation.field() + ": " + violation.message(Locale.ENGLISH))
                    .collect(Collectors.joining(" "));
        }
        return refusal.message(Locale.ENGLISH);
    }
}
