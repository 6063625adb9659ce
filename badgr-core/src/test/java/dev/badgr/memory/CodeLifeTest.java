package dev.badgr.memory;

import dev.badgr.email.CodeRules;
import dev.badgr.fixture.Rules;
import java.time.Duration;
import java.util.function.ObjIntConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Whatever a person or a guesser does in whatever order, the store says what the rules say. */
@StatisticsReport(onFailureOnly = true)
class CodeLifeTest {
    private static final CodeRules RULES = Rules.wrongGuesses(12, 1000, 1000);

    @Property(tries = 600)
    void theStoreTellsTheLifeOfACodeAsTheRulesDo(@ForAll("lives") ActionChain<CodeLife> life) {
        CodeLife end =
                life.withInvariant("agreement", CodeLife::requireAgreement).run();
        Statistics.label("end").collect(end.summary()).coverage(ends -> {
            ends.check("OPEN").count(c -> c > 0);
            ends.check("PROVEN").count(c -> c > 0);
            ends.check("SPENT").count(c -> c > 0);
            ends.check("exhausted").count(c -> c > 0);
            ends.check("budget spent").count(c -> c > 0);
        });
    }

    @Provide
    ActionChainArbitrary<CodeLife> lives() {
        return ActionChain.startWith(() -> new CodeLife(RULES))
                .withAction(6, at("guess wrong at", CodeLife::guessWrong))
                .withAction(2, at("guess wrong until the end at", CodeLifeTest::guessWrongUntilTheEnd))
                .withAction(2, at("guess right at", CodeLife::guessRight))
                .withAction(3, Action.just("resend", Transformer.mutate("resend", CodeLife::resend)))
                .withAction(2, waiting())
                .withAction(2, at("spend", CodeLife::spend))
                .withAction(1, at("misuse", CodeLife::misuse))
                .withAction(1, at("spend for something else", CodeLife::spendForSomethingElse))
                .withMaxTransformations(40);
    }

    private static void guessWrongUntilTheEnd(CodeLife life, int which) {
        for (int i = 0; i <= RULES.attempts(); i++) {
            life.guessWrong(which);
        }
    }

    /** Mostly the latest code, sometimes one of before. */
    private static Action.Independent<CodeLife> at(String name, ObjIntConsumer<CodeLife> step) {
        Arbitrary<Integer> which = Arbitraries.of(-1, -1, -1, -2, 0, 1);
        return () -> which.map(w -> Transformer.mutate(name + " " + w, life -> step.accept(life, w)));
    }

    /** To the millisecond before and at the moments that matter, and for a while. */
    private static Action.Independent<CodeLife> waiting() {
        Arbitrary<Duration> time = Arbitraries.of(
                Duration.ofMillis(1),
                Duration.ofMinutes(1),
                RULES.validFor().minusMillis(1),
                RULES.validFor(),
                RULES.provenFor().minusMillis(1),
                RULES.provenFor(),
                RULES.day());
        return () -> time.map(t -> Transformer.mutate("wait " + t, life -> life.wait(t)));
    }
}
