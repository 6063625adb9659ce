package dev.badgr;

import dev.badgr.text.InvalidValue;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

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
}
