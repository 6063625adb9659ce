package dev.badgr.memory;

import static dev.badgr.fixture.BadgeFixture.aBadge;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.Notice;
import dev.badgr.port.Storage;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Stores awards by the million, each with the notice that waits to be sent, reads some of them back, and says what that took.
 * In a process of its own, whose memory says whether they fit.
 */
final class MillionAwards {
    static final String DONE = "all there";

    private final Storage storage = new InMemoryStorage();
    private final Badge badge = storage.stores().badges().define(aBadge().build());
    private final int awards;
    private final int mailboxes;
    private final boolean noticed;

    private MillionAwards(int awards, int mailboxes, boolean noticed) {
        this.awards = awards;
        this.mailboxes = mailboxes;
        this.noticed = noticed;
    }

    /** Arguments: how many awards, to how many mailboxes, and whether with notices. */
    public static void main(String[] args) {
        MillionAwards million =
                new MillionAwards(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Boolean.parseBoolean(args[2]));
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        long before = heap();
        long start = System.nanoTime();
        million.store();
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        long used = heap() - before;
        million.readBack();
        out.printf(
                "%,d awards to %,d mailboxes, notices: %s: %d MB, %d s: %s%n",
                million.awards, million.mailboxes, million.noticed, used >> 20, seconds, DONE);
    }

    private void store() {
        for (int i = 0; i < awards; i++) {
            Award award = award(i);
            storage.stores().awards().award(award, noticed ? List.of(notice(award)) : List.of());
        }
    }

    private void readBack() {
        for (int i = 0; i < awards; i += 10_007) {
            Award award = award(i);
            List<Award> its = storage.stores().awards().to(award.id().recipient(), awards);
            if (!its.contains(award) || its.size() != awards / mailboxes) {
                throw new AssertionError(award.id());
            }
        }
        List<Notice> due = storage.stores().notices().claim(Times.NOW.plusSeconds(awards), Times.NOW, 100);
        if (due.size() != (noticed ? 100 : 0) || (noticed && !due.get(0).award().equals(Optional.of(award(0).id())))) {
            throw new AssertionError("notices");
        }
    }

    private Award award(int i) {
        EmailAddress address = EmailAddress.parse("learner%06d@school-%02d.edu".formatted(i % mailboxes, i % 50));
        Instant issuedOn = Times.NOW.plusMillis(i);
        String key = "completion-%08d".formatted(i);
        AwardId id =
                AwardId.ofExternalKey(Some.recipient(address), badge.issuer().id(), key, issuedOn);
        return Award.of(NewAward.of(badge, address).once(key, issuedOn), id, issuedOn, new AwardDecision.Show());
    }

    /** As the verb that awards writes it. */
    private static Notice notice(Award award) {
        return Notice.of(
                award.id().recipient(),
                award.id().sequence(),
                Notice.Kind.AWARDED,
                award.address(),
                Optional.of(award.id()),
                "",
                Locale.ENGLISH,
                award.issuedOn());
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
