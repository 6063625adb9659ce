package dev.badgr;

import dev.badgr.text.InvalidValue;
import dev.badgr.text.Violation;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Turns what a person typed into a value, or into the refusal that names field and rule. */
final class Typed {
    private Typed() {}

    static <V, T> Result<T> parse(Supplier<V> parse, Function<V, Result<T>> then) {
        V value;
        try {
            value = parse.get();
        } catch (InvalidValue invalid) {
            return Result.refused(new Refusal.InvalidInput(List.of(invalid.violation())));
        }
        // Outside of the try: an InvalidValue that the verb itself causes is not the person's.
        return then.apply(value);
    }

    /** The same for two fields; if both are refused, both are named. */
    static <V, W, T> Result<T> parse(Supplier<V> first, Supplier<W> second, BiFunction<V, W, Result<T>> then) {
        Result<V> one = parse(first, Result::success);
        Result<W> other = parse(second, Result::success);
        List<Violation> violations =
                Stream.of(one, other).flatMap(Typed::violations).toList();
        return violations.isEmpty()
                ? one.then(value -> other.then(more -> then.apply(value, more)))
                : Result.refused(new Refusal.InvalidInput(violations));
    }

    private static Stream<Violation> violations(Result<?> parsed) {
        return parsed instanceof Result.Refused<?> refused && refused.refusal() instanceof Refusal.InvalidInput invalid
                ? invalid.violations().stream()
                : Stream.empty();
    }
}
