package dev.badgr.bulk;

import dev.badgr.text.Violation;
import java.util.List;
import java.util.Optional;

/**
 * A row of a file: what it asks for, or what is wrong with it.
 *
 * @param number of the line that it begins at, from 1 on
 * @param value what it asks for; empty if something is wrong
 * @param violations each with its column; those of the whole line are of the column {@code line}
 * @param <T> what a row asks for
 */
public record Line<T>(long number, Optional<T> value, List<Violation> violations) {
    public Line {
        violations = List.copyOf(violations);
        if (value.isPresent() != violations.isEmpty()) {
            throw new IllegalArgumentException("violations: none with a value, and at least one without");
        }
    }

    static <T> Line<T> of(long number, T value) {
        return new Line<>(number, Optional.of(value), List.of());
    }

    static <T> Line<T> wrong(long number, List<Violation> violations) {
        return new Line<>(number, Optional.empty(), violations);
    }
}
