package dev.badgr.memory;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.Announcements.anAnnouncement;
import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.AwardFixture.noticeOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static dev.badgr.fixture.GuessFixture.aWrongGuessAt;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.Revocation;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.CodeRules;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore.Change;
import dev.badgr.port.Announcement;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.JudgedEmail;
import dev.badgr.port.Guess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** What goes on about one person, her two addresses, an award to each, and a code to the second, for Lincheck to call in any order. */
@Param(name = "award", gen = IntGen.class, conf = "0:1")
public class StoreOperations {
    private static final CodeRules RULES = CodeRules.standard();
    private static final Announcement ANNOUNCEMENT = anAnnouncement();
    private static final Account PERSON = anAccount().at(Some.address()).build();
    private static final VerifiedEmail SECOND = Some.verified(Some.address(), Times.NOW);
    private static final Badge BADGE = aBadge().build();
    private static final List<Award> AWARDS = List.of(
            anAwardOf(BADGE).to(PERSON.primaryEmail().address()).build(),
            anAwardOf(BADGE).to(SECOND.address()).build());
    private static final BoundChallenge CODE =
            aChallenge().openFor(SECOND.address()).toAddTo(PERSON.id()).build();
    private static final Guess RIGHT = aRightGuessAt(CODE).build();
    private static final Guess WRONG = aWrongGuessAt(CODE).build();

    /** So few buckets that what has nothing to do with each other meets too. */
    private final Journal journal = new Journal(4);

    @Operation
    public boolean award(@Param(name = "award") int which) {
        Award award = AWARDS.get(which);
        return in(in -> new InMemoryAwards(in)
                .award(award, List.of(noticeOf(award)))
                .orElseThrow()
                .isNew());
    }

    @Operation
    public boolean revoke(@Param(name = "award") int which) {
        Revocation revocation = new Revocation("Mistake.", Times.NOW);
        return journal.atomically(
                in -> new InMemoryAwards(in).revoke(AWARDS.get(which).id(), revocation));
    }

    @Operation
    public boolean decline(@Param(name = "award") int which) {
        return in(in -> new InMemoryAwards(in)
                .move(
                        AWARDS.get(which).id(),
                        PERSON.id(),
                        Set.of(AwardState.SHOWN),
                        AwardState.DECLINED,
                        Optional.empty()));
    }

    @Operation
    public List<Integer> page() {
        return in(in -> new InMemoryBackpacks(in)
                .page(PERSON.id(), BackpackQuery.newest(2)).stream()
                        .map(entry -> AWARDS.indexOf(entry.award()))
                        .sorted()
                        .toList());
    }

    @Operation
    public String guessRight() {
        return judged(RIGHT);
    }

    @Operation
    public String guessWrong() {
        return judged(WRONG);
    }

    @Operation
    public boolean removeSecond() {
        return in(in -> {
            InMemoryAccounts accounts = new InMemoryAccounts(in);
            Account now = accounts.byId(PERSON.id()).orElseThrow();
            return now.hasVerified(SECOND.recipient())
                    && accounts.replace(now, now.without(SECOND.key()), ANNOUNCEMENT) == Change.CHANGED;
        });
    }

    /** With the epoch that is stored, so that only a code that counts twice, or too often, would add the address again. */
    private String judged(Guess guess) {
        JudgedEmail judged = in(in -> new InMemoryChallenges(in)
                .judgeEmail(
                        guess,
                        new InMemoryAccounts(in).byId(PERSON.id()).orElseThrow().epoch(),
                        RULES,
                        2,
                        ANNOUNCEMENT));
        return judged.judgement().verdict() + ", " + judged.proof();
    }

    /** Not in the constructor: the model checker gives objects other identities there than in the operations. */
    private <T> T in(Function<Transaction, T> work) {
        return journal.atomically(in -> {
            if (!in.table(InMemoryAccounts.ACCOUNTS).has(PERSON.id())) {
                begin(in);
            }
            return work.apply(in);
        });
    }

    /** She is there, without the steps of signing up; so are the badge and the code. */
    private static void begin(Transaction in) {
        in.table(InMemoryAccounts.ACCOUNTS).put(PERSON.id(), PERSON);
        in.table(InMemoryAccounts.EMAILS).put(PERSON.primary(), PERSON.id());
        new InMemoryBadges(in).define(BADGE);
        new Proofs(in).put(CODE);
    }
}
