package dev.badgr.bench;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.BadgeFixture.aBadge;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.fixture.ChallengeFixture;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Records;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.memory.InMemoryStorage;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.Event;
import dev.badgr.port.Notice;
import dev.badgr.port.Storage;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsConsent.WayIn;
import dev.badgr.terms.TermsVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** How much 1, 2 and 4 threads get done in memory: awards with their notices to many people, and first pages of Backpacks. */
public final class MemoryBench {
    private static final int ROUNDS = 7;
    private static final int EACH = 20_000;
    private static final int PEOPLE = 200;
    private static final int PAGE = 50;

    private final Storage storage = new InMemoryStorage();
    private final Badge badge = storage.stores().badges().define(aBadge().build());
    private final List<Account> people =
            IntStream.range(0, PEOPLE).mapToObj(i -> person()).toList();
    private int awards;

    private MemoryBench() {
        people.forEach(person -> IntStream.range(0, PAGE)
                .forEach(i -> store(to(person.primaryEmail().address()))));
    }

    public static void main(String[] arguments) {
        MemoryBench bench = new MemoryBench();
        for (int threads : new int[] {1, 2, 4}) {
            List<Double> awarding = new ArrayList<>();
            List<Double> reading = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                awarding.add(bench.awarding(threads));
                reading.add(bench.reading(threads));
            }
            System.out.printf(
                    "%d threads: %,8.0f awards/s, %,8.0f pages/s%n", threads, median(awarding), median(reading));
        }
    }

    private double awarding(int threads) {
        List<Award> all = IntStream.range(0, threads * EACH)
                .mapToObj(i -> to(EmailAddress.parse("learner" + awards + "@school.edu")))
                .toList();
        return perSecond(threads, i -> {
            all.subList(i * EACH, (i + 1) * EACH).forEach(this::store);
            return EACH;
        });
    }

    private double reading(int threads) {
        return perSecond(
                threads,
                i -> IntStream.range(0, EACH / PAGE)
                        .map(n -> storage.stores()
                                .backpacks()
                                .page(people.get((n + i) % PEOPLE).id(), BackpackQuery.newest(PAGE))
                                .size())
                        .map(size -> size / PAGE)
                        .sum());
    }

    private static double perSecond(int threads, IntUnaryOperator work) {
        long start = System.nanoTime();
        int done = Race.of(threads, work::applyAsInt).stream().mapToInt(n -> n).sum();
        return done * 1e9 / (System.nanoTime() - start);
    }

    private Award to(EmailAddress address) {
        Instant issuedOn = Times.NOW.plusMillis(++awards);
        String key = "completion-" + awards;
        AwardId id =
                AwardId.ofExternalKey(Some.recipient(address), badge.issuer().id(), key, issuedOn);
        return Award.of(NewAward.of(badge, address).once(key, issuedOn), id, issuedOn, new AwardDecision.Show());
    }

    private void store(Award award) {
        Notice notice = Notice.of(
                award.id().recipient(),
                award.id().sequence(),
                Notice.Kind.AWARDED,
                award.address(),
                Optional.of(award.id()),
                "",
                Locale.ENGLISH,
                award.issuedOn());
        storage.stores().awards().award(award, List.of(notice));
    }

    private Account person() {
        Account account = anAccount().at(Some.address()).build();
        BoundChallenge proof = ChallengeFixture.aChallenge()
                .provenFor(account.primaryEmail().address())
                .to(Purpose.SIGN_UP)
                .build();
        TermsVersion terms = storage.stores()
                .terms()
                .publish(TermsVersion.of("1", Instant.EPOCH, "https://plp.example/terms", "Be kind."));
        storage.stores().challenges().issue(proof, List.of(), Optional.empty(), CodeRules.standard(), Times.NOW);
        storage.stores()
                .accounts()
                .create(new NewAccount(
                        account,
                        proof.challenge().id(),
                        CodeRules.standard().provenSince(Times.NOW),
                        new TermsConsent(
                                terms.version(),
                                terms.sha256(),
                                Times.NOW,
                                Locale.ENGLISH,
                                WayIn.EMAIL,
                                Optional.empty()),
                        Optional.empty(),
                        Records.aRecordOf(Event.ACCOUNT_CREATED),
                        Times.NOW));
        return account;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
