package dev.badgr;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Whatever somebody does with codes, and in whatever order, what comes out is what a simple model says. */
class SignUpCodeLifeTest {
    private static final Duration[] TIMES = {
        Duration.ofMillis(1),
        Duration.ofSeconds(59),
        Duration.ofSeconds(60),
        Duration.ofMinutes(9),
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Duration.ofHours(13),
        Duration.ofDays(1)
    };

    @Property(tries = 400)
    void theLifeOfACode(@ForAll("lives") ActionChain<SignUpCodeLife> life) {
        life.run();
    }

    @Provide
    Arbitrary<ActionChain<SignUpCodeLife>> lives() {
        return ActionChain.startWith(SignUpCodeLife::new)
                .withAction(3, always(Arbitraries.just(Transformer.mutate("begin", SignUpCodeLife::begins))))
                .withAction(3, always(which().map(i -> Transformer.mutate("resend " + i, life -> life.resends(i)))))
                .withAction(
                        6,
                        always(Combinators.combine(which(), Arbitraries.of(true, false, false))
                                .as((i, right) -> Transformer.mutate(
                                        "guess " + i + " " + right, life -> life.guesses(i, right)))))
                .withAction(
                        4,
                        always(Arbitraries.of(TIMES)
                                .map(time -> Transformer.mutate("pass " + time, life -> life.passes(time)))))
                .withMaxTransformations(50);
    }

    private static Arbitrary<Integer> which() {
        return Arbitraries.integers().between(0, 11);
    }

    private static Action.Independent<SignUpCodeLife> always(Arbitrary<Transformer<SignUpCodeLife>> what) {
        return () -> what;
    }
}
