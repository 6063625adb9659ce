package dev.badgr;

import java.util.function.Function;

/**
 * What became of a verb: what was asked for, or why not. On Java 21 a {@code switch} over it is exhaustive.
 *
 * @param <T> what was asked for
 */
public sealed interface Result<T> {
    /**
     * It was done.
     *
     * @param value what was asked for
     * @param <T> its type
     */
    record Success<T>(T value) implements Result<T> {}

    /**
     * It was not done, and nothing changed but the counts of attempts.
     *
     * @param refusal why, and what to do next
     * @param <T> what was asked for
     */
    record Refused<T>(Refusal refusal) implements Result<T> {}

    /** Whether it was done. */
    default boolean isSuccess() {
        return this instanceof Success;
    }

    /**
     * For hosts that prefer exceptions.
     *
     * @throws RefusedException with the refusal
     */
    default T orElseThrow() {
        return fold(value -> value, refusal -> {
            throw new RefusedException(refusal);
        });
    }

    /** One of two answers. */
    default <R> R fold(Function<? super T, ? extends R> onSuccess, Function<Refusal, ? extends R> onRefusal) {
        if (this instanceof Success<T> success) {
            return onSuccess.apply(success.value());
        }
        return onRefusal.apply(((Refused<T>) this).refusal());
    }

    /** Goes on with what was done; a refusal stays one. */
    default <R> Result<R> then(Function<? super T, Result<R>> next) {
        return fold(next, Result::refused);
    }

    /** Done. */
    static <T> Result<T> success(T value) {
        return new Success<>(value);
    }

    /** Not done. */
    static <T> Result<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
