package dev.badgr.contract;

import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static dev.badgr.fixture.GuessFixture.aWrongGuessAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.SignInRules;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.PrunedStorage;
import dev.badgr.fixture.Rules;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.memory.InMemoryStorage;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.SendBudget;
import dev.badgr.port.ClientKey;
import dev.badgr.port.Guess;
import dev.badgr.port.Storage;
import dev.badgr.port.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever is forgotten at whatever moment: everything is answered as in a storage that forgets nothing. Both go through the
 * same long story of mails, guesses and sign-ins, told by chance.
 */
public abstract class PruningContract extends StorageContractBase {
    private static final int STORIES = 5;
    private static final int STEPS = 250;
    private static final int MOST_STEPS = 5_000;
    private static final int REFUSALS = 10;
    /** Everybody's count must not be the one of other tests. */
    private static final CodeRules RULES = Rules.wrongGuesses(4, 6, 1_000_000);

    @TestFactory
    Stream<DynamicTest> pruningChangesNoAnswer() {
        return Stream.generate(() -> Some.random().nextLong())
                .limit(STORIES)
                .map(seed -> DynamicTest.dynamicTest("story " + seed, () -> tell(new Random(seed))));
    }

    private void tell(Random chance) {
        Story story = new Story(chance, storage(), new InMemoryStorage());
        // A story with few refusals shows nothing, so such a one goes on.
        for (int step = 0; step < STEPS || (story.refusals < REFUSALS && step < MOST_STEPS); step++) {
            story.step();
        }
        assertThat(story.refusals).isGreaterThanOrEqualTo(REFUSALS);
    }

    /** A few people and clients, whose time passes in leaps of every length. */
    private static final class Story {
        private final Random chance;
        private final Storage pruned;
        private final Storage complete;
        private final List<EmailAddress> people =
                Stream.generate(Some::address).limit(3).toList();
        private final List<ClientKey> clients =
                Stream.generate(Some::client).limit(2).toList();
        private final List<BoundChallenge> issued = new ArrayList<>();
        private Instant now = Times.laterThanEver();
        private int refusals;

        Story(Random chance, Storage pruned, Storage complete) {
            this.chance = chance;
            this.pruned = pruned;
            this.complete = complete;
        }

        void step() {
            now = now.plus(leap());
            PrunedStorage.prune(pruned.stores(), now);
            switch (chance.nextInt(3)) {
                case 0 -> send();
                case 1 -> guess();
                default -> signIn();
            }
        }

        private void send() {
            EmailAddress to = any(people);
            BoundChallenge challenge = aChallenge().openFor(to).at(now).build();
            List<SendBudget> budgets = List.of(
                    new SendBudget("send:" + Some.recipient(to).value(), RULES.sendsPerAddress()),
                    new SendBudget("begin:" + any(clients).value(), RULES.signUpsPerClient()));
            Optional<Instant> answer =
                    same(stores -> stores.challenges().issue(challenge, budgets, Optional.empty(), RULES, now));
            if (answer.isEmpty()) {
                issued.add(challenge);
            } else {
                refusals++;
            }
        }

        private void guess() {
            if (issued.isEmpty()) {
                return;
            }
            BoundChallenge challenge = issued.get(issued.size() - 1 - chance.nextInt(Math.min(3, issued.size())));
            Guess guess = (chance.nextInt(6) == 0 ? aRightGuessAt(challenge) : aWrongGuessAt(challenge))
                    .from(any(clients))
                    .at(now)
                    .build();
            same(stores -> stores.challenges().judge(guess, RULES));
        }

        private void signIn() {
            EmailAddress who = any(people);
            ClientKey from = any(clients);
            boolean admitted = same(stores ->
                            stores.signIns().reserve(Some.recipient(who), from, SignInRules.standard(), now))
                    .admitted();
            refusals += admitted ? 0 : 1;
        }

        /** Bursts, and between them leaps, often just to where a rule ends. */
        private Duration leap() {
            return switch (chance.nextInt(16)) {
                case 0 -> Duration.ofMinutes(chance.nextInt(30));
                case 1 -> RULES.hour().minusMillis(chance.nextInt(2));
                case 2 -> chance.nextInt(4) == 0 ? RULES.day() : Duration.ofMinutes(5);
                case 3, 4 -> Duration.ofSeconds(chance.nextInt(90));
                default -> Duration.ofMillis(chance.nextInt(1000));
            };
        }

        private <T> T same(Function<Stores, T> call) {
            T answer = call.apply(pruned.stores());
            assertThat(answer).as("at %s", now).isEqualTo(call.apply(complete.stores()));
            return answer;
        }

        private <T> T any(List<T> all) {
            return all.get(chance.nextInt(all.size()));
        }
    }
}
