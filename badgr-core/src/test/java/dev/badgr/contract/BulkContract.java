package dev.badgr.contract;

import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.BulkListener;
import dev.badgr.BulkOutcome;
import dev.badgr.BulkOutcome.Done;
import dev.badgr.BulkOutcome.DoneBefore;
import dev.badgr.BulkOutcome.Refused;
import dev.badgr.BulkProgress;
import dev.badgr.Delivery;
import dev.badgr.Refusal;
import dev.badgr.Rule;
import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.award.NewAward;
import dev.badgr.award.NewRevocation;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Forms;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.SmallSlices;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.BulkStore.Taken;
import dev.badgr.port.Event;
import dev.badgr.port.Mail;
import dev.badgr.port.Misconfigured;
import dev.badgr.port.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Awarding and revoking by the thousand, in slices of three here. */
public abstract class BulkContract extends VerbContract {
    private static final Instant EARNED = Instant.parse("2026-03-01T09:30:00.123Z");

    private final EmailAddress mia = Some.address();
    private final Map<Long, BulkOutcome> outcomes = new TreeMap<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private SmallSlices sliced;
    private Badge badge;

    /** Each test is earlier than all others, so that its notices are the only ones due. */
    @BeforeEach
    void beginWithAnEmptyQueue() {
        emptyTheQueue();
        use(AwardPolicy.automatic());
        badge = app.badge();
    }

    @AfterEach
    void emptyTheQueue() {
        Taken taken;
        do {
            taken = storage().inTransaction(stores -> stores.bulk().takeUnannounced(1_000));
        } while (taken.count() > 0);
    }

    @Test
    void everyRowIsAwardedAndTellsSoInItsOrder() {
        List<NewAward> rows = rows(8);
        List<Long> order = new ArrayList<>();
        BulkProgress progress = badgr().awards().awardAll(rows.stream(), (row, outcome) -> {
            order.add(row);
            outcomes.put(row, outcome);
        });
        assertThat(progress.done()).isEqualTo(8);
        assertThat(progress.rows()).isEqualTo(8);
        assertThat(order).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        for (int i = 0; i < 8; i++) {
            Award award = badgr().awards().find(awardOf(i + 1)).orElseThrow();
            assertThat(award.wanted(badge)).isEqualTo(rows.get(i));
        }
        assertThat(events.stream().filter(Event.BADGE_AWARDED::equals)).hasSize(8);
    }

    @Test
    void aRowIsTheSameAwardAsOneOfItsOwn() {
        NewAward wanted = NewAward.of(badge, mia).once("course-7", EARNED).withNarrative("Done.");
        Award award = done(badgr().awards().award(wanted)).award();
        run(Stream.of(wanted));
        assertThat(outcomes).containsExactly(Map.entry(1L, new DoneBefore(award.id())));
        assertThat(app.backpack(app.personWithAccount(mia))).containsExactly(award.id());
    }

    @Test
    void theSameRunAgainFindsAllDoneBefore() {
        List<NewAward> rows = rows(7);
        run(rows.stream());
        Map<Long, BulkOutcome> first = new TreeMap<>(outcomes);
        BulkProgress again = run(rows.stream());
        assertThat(again.doneBefore()).isEqualTo(7);
        assertThat(again.done()).isZero();
        first.forEach(
                (row, outcome) -> assertThat(outcomes.get(row)).isEqualTo(new DoneBefore(((Done) outcome).award())));
        assertThat(deliver()).isEqualTo(new Delivery(7, 0, 0));
    }

    @Test
    void ofRowsWithOneKeyTheFirstCounts() {
        NewAward first = row(1).withNarrative("First.");
        NewAward other = row(2);
        List<NewAward> rows = List.of(first, first.withNarrative("Second."), other, row(3), first, other);
        run(rows.stream());
        assertThat(outcomes.values())
                .extracting(outcome -> outcome instanceof Done)
                .containsExactly(true, false, true, true, false, false);
        assertThat(outcomes.get(5L)).isEqualTo(new DoneBefore(awardOf(1)));
        assertThat(badgr().awards().find(awardOf(1)).orElseThrow().narrative()).contains("First.");
    }

    @Test
    void aBadRowIsAnOutcomeAndTheOthersAreAwarded() {
        Badge unknown = BadgeFixture.aBadge().build();
        Badge imported = BadgeFixture.aBadge()
                .from(Issuer.of("ext-" + Some.word(), "Elsewhere", "https://other.example/"))
                .build();
        storage().stores().badges().define(imported);
        run(Stream.of(
                NewAward.of(badge, mia),
                row(1),
                NewAward.of(unknown, mia).once("x", EARNED),
                NewAward.of(imported, mia).once("x", EARNED),
                row(2)));
        assertThat(refusal(1)).isInstanceOfSatisfying(Refusal.InvalidInput.class, invalid -> {
            assertThat(invalid.field()).isEqualTo("externalKey");
            assertThat(invalid.violations())
                    .singleElement()
                    .satisfies(v -> assertThat(v.rule()).isEqualTo("required"));
        });
        assertThat(outcomes.get(2L)).isInstanceOf(Done.class);
        assertThat(refusal(3)).isEqualTo(new Refusal.NotFound("badge"));
        assertThat(refusal(4)).isEqualTo(new Refusal.NotPossible(Rule.BADGE_FROM_ELSEWHERE));
        assertThat(outcomes.get(5L)).isInstanceOf(Done.class);
    }

    @Test
    void thePolicyDecidesOnEachRow() {
        Person leo = app.personWithAccount();
        use((award, account) -> switch (award.external().orElseThrow().key()) {
            case "show" -> new AwardDecision.Show();
            case "offer" -> new AwardDecision.Offer();
            case "refuse" -> new AwardDecision.Refuse("Not on this course.");
            default -> account.isPresent() ? new AwardDecision.Show() : new AwardDecision.Wait();
        });
        run(Stream.of("show", "offer", "refuse", "wait")
                .map(key -> NewAward.of(badge, mia).once(key, EARNED)));
        assertThat(state(1)).isEqualTo(AwardState.SHOWN);
        assertThat(state(2)).isEqualTo(AwardState.OFFERED);
        assertThat(refusal(3)).isEqualTo(new Refusal.PolicyRefused("Not on this course."));
        assertThat(state(4)).isEqualTo(AwardState.WAITING);
        run(Stream.of(NewAward.of(badge, leo.email()).once("wait", EARNED)));
        assertThat(state(1)).as("there is an account").isEqualTo(AwardState.SHOWN);
    }

    @Test
    void progressIsToldAfterEachSlice() {
        List<BulkProgress> told = new ArrayList<>();
        BulkProgress all = badgr().awards()
                .bulk()
                .expecting(8)
                .award(rows(8).stream(), listener(outcomes::put, progress -> {
                    told.add(progress);
                    app.passes(Duration.ofSeconds(1));
                }));
        assertThat(told).extracting(BulkProgress::rows).containsExactly(3L, 6L, 8L);
        assertThat(told.get(0).rate()).isZero();
        assertThat(told.get(0).remaining()).isEmpty();
        assertThat(told.get(1).rate()).isEqualTo(6);
        assertThat(told.get(1).remaining()).contains(Duration.ofMillis(333));
        assertThat(all.elapsed()).isEqualTo(Duration.ofSeconds(3));
        assertThat(all.remaining()).contains(Duration.ZERO);
        assertThat(run(rows(1).stream()).remaining()).isEmpty();
    }

    @Test
    void aListenerThatThrowsEndsTheRunBetweenSlices() {
        List<NewAward> rows = rows(8);
        assertThatThrownBy(() -> badgr().awards().awardAll(rows.stream(), (row, outcome) -> {
                    if (row == 5) {
                        throw new IllegalStateException("full disk");
                    }
                }))
                .hasMessage("full disk");
        BulkProgress rest = run(rows.stream());
        assertThat(rest.doneBefore()).isEqualTo(6);
        assertThat(rest.done()).isEqualTo(2);
    }

    @Test
    void aStorageThatGoesAwayEndsTheRunWhichSaysHowFarItWas() {
        List<NewAward> rows = rows(8);
        sliced.endsAfter(2);
        assertThatThrownBy(() -> run(rows.stream()))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("first 6 rows are done");
        assertThat(outcomes).hasSize(6);
        sliced.endsAfter(Integer.MAX_VALUE);
        BulkProgress rest = run(rows.stream());
        assertThat(rest.doneBefore()).isEqualTo(6);
        assertThat(rest.done()).isEqualTo(2);
        assertThat(deliver().delivered()).isEqualTo(8);
    }

    @Test
    void rowsAreTakenSliceBySlice() {
        List<Long> taken = new ArrayList<>();
        List<Integer> heldAtOnce = new ArrayList<>();
        Stream<NewAward> endless = Stream.iterate(1, i -> i + 1).limit(30).map(i -> {
            taken.add((long) i);
            return row(i);
        });
        badgr().awards().awardAll(endless, (row, outcome) -> heldAtOnce.add((int) (taken.size() - row + 1)));
        assertThat(heldAtOnce).hasSize(30).allMatch(held -> held <= 4);
    }

    @Test
    void nobodyIsToldBeforeTheNoticesAreDelivered() {
        Person leo = app.personWithAccount();
        run(Stream.of(row(1).to(mia), row(2).to(leo.email()), row(3).to(mia), row(4).to(mia)));
        assertThat(app.mailsTo(mia)).isEmpty();
        assertThat(deliver()).isEqualTo(new Delivery(4, 0, 0));
        assertThat(app.mailsTo(mia)).hasSize(3).allMatch(mail -> mail.kind() == Mail.Kind.AWARDED_CREATE_ACCOUNT);
        assertThat(app.lastMailTo(leo.email()).kind()).isEqualTo(Mail.Kind.AWARDED_GO_TO_ACCOUNT);
        assertThat(deliver()).isEqualTo(new Delivery(0, 0, 0));
    }

    @Test
    void aDeliveryIsBoundedHoweverManyWait() {
        run(rows(20).stream());
        assertThat(badgr().notices().deliver(0)).isEqualTo(new Delivery(0, 0, 0));
        assertThat(badgr().notices().deliver(5)).isEqualTo(new Delivery(5, 0, 0));
        assertThat(badgr().notices().deliver(1_000)).isEqualTo(new Delivery(15, 0, 0));
    }

    @Test
    void whoIsNotToBeToldIsNot() {
        badgr().awards().bulk().withoutNotices().award(rows(5).stream(), outcomes::put);
        assertThat(outcomes).hasSize(5);
        assertThat(deliver()).isEqualTo(new Delivery(0, 0, 0));
    }

    @Test
    void whatIsGoneOrUnwantedByThenIsNotTold() {
        Person leo = app.personWithAccount();
        Person ada = app.personWithAccount();
        run(Stream.of(row(1), row(2), row(3).to(leo.email()), row(4).to(ada.email())));
        done(badgr().awards().revoke(awardOf(1), "Mistake."));
        EmailAddress right = Some.address();
        done(badgr().awards().readdress(awardOf(2), right));
        done(badgr().consents().setAwardMails(leo.session(), Forms.email(leo.email()), false));
        Delivery delivery = deliver();
        assertThat(app.mailsTo(right)).hasSize(1);
        assertThat(app.mailsTo(leo.email())).noneMatch(mail -> mail.kind() == Mail.Kind.AWARDED_GO_TO_ACCOUNT);
        assertThat(app.lastMailTo(ada.email()).kind()).isEqualTo(Mail.Kind.AWARDED_GO_TO_ACCOUNT);
        assertThat(delivery.delivered()).isEqualTo(2);
    }

    @Test
    void theOwnerOfABadgeThatExpiresIsToldInTime() {
        Person leo = app.personWithAccount();
        Badge yearly =
                done(badgr().badges().define(BadgeFixture.aBadge().build().validFor(Period.ofDays(40))));
        run(Stream.of(NewAward.of(yearly, leo.email()).once("x", app.now())));
        assertThat(deliver()).isEqualTo(new Delivery(1, 0, 0));
        app.passes(Duration.ofDays(9));
        assertThat(deliver()).isEqualTo(new Delivery(0, 0, 0));
        app.passes(Duration.ofDays(1));
        assertThat(deliver()).isEqualTo(new Delivery(1, 0, 0));
        assertThat(app.lastMailTo(leo.email()).kind()).isEqualTo(Mail.Kind.EXPIRING);
    }

    @Test
    void severalServersTellEachRecipientOnce() {
        List<NewAward> rows = rows(60);
        run(rows.stream());
        List<Delivery> runs = Race.of(8, i -> badgr().notices().deliver(1_000));
        int delivered = runs.stream().mapToInt(Delivery::delivered).sum();
        assertThat(delivered + deliver().delivered()).isEqualTo(60);
        assertThat(rows)
                .allSatisfy(row -> assertThat(app.mailsTo(row.recipient())).hasSize(1));
    }

    @Test
    void ofManyRunsOfOneFileAtOnceEachRowIsAwardedOnce() {
        List<NewAward> rows = rows(100);
        List<BulkProgress> runs = Race.of(8, i -> badgr().awards().awardAll(rows.stream(), (row, outcome) -> {}));
        assertThat(runs).allMatch(progress -> progress.rows() == 100 && progress.refused() == 0);
        assertThat(runs.stream().mapToLong(BulkProgress::done).sum()).isEqualTo(100);
        assertThat(deliver()).isEqualTo(new Delivery(100, 0, 0));
    }

    @Test
    void itIsNoPartOfTheHostsTransaction() {
        assertThatThrownBy(() -> badgr().awards().on(storage().stores()).awardAll(rows(1).stream(), outcomes::put))
                .isInstanceOf(Misconfigured.class);
        assertThat(outcomes).isEmpty();
    }

    @Test
    void whatIsRevokedLeavesTheBackpack() {
        Person leo = app.personWithAccount();
        run(IntStream.rangeClosed(1, 7).mapToObj(i -> row(i).to(leo.email())));
        List<AwardId> ids = IntStream.rangeClosed(1, 7).mapToObj(this::awardOf).toList();
        AwardId unknown = new AwardId(Some.recipient(mia), ids.get(0).sequence());
        EmailAddress wrong = Some.address();
        AwardId readdressed = app.awarded(wrong);
        done(badgr().awards().readdress(readdressed, mia));
        outcomes.clear();
        BulkProgress progress = badgr().awards()
                .revokeAll(
                        Stream.concat(
                                        ids.subList(0, 5).stream(),
                                        Stream.of(ids.get(0), ids.get(4), unknown, readdressed))
                                .map(id -> new NewRevocation(id, "Mistake.")),
                        outcomes::put);
        assertThat(progress.done()).isEqualTo(5);
        assertThat(outcomes.get(1L)).isEqualTo(new Done(ids.get(0)));
        assertThat(outcomes.get(6L)).isEqualTo(new DoneBefore(ids.get(0)));
        assertThat(outcomes.get(7L)).isEqualTo(new DoneBefore(ids.get(4)));
        assertThat(refusal(8)).isEqualTo(new Refusal.NotFound("award"));
        assertThat(refusal(9)).isEqualTo(new Refusal.NotPossible(Rule.AWARD_GONE));
        assertThat(app.backpack(leo)).containsExactlyInAnyOrder(ids.get(5), ids.get(6));
        assertThat(badgr().awards()
                        .find(ids.get(0))
                        .orElseThrow()
                        .revocation()
                        .orElseThrow()
                        .reason())
                .isEqualTo("Mistake.");
        assertThat(events.stream().filter(Event.BADGE_REVOKED::equals)).hasSize(5);
    }

    private void use(AwardPolicy policy) {
        sliced = new SmallSlices(storage(), 3);
        Instant now = app == null || badge == null ? Times.earlierThanEver() : app.now();
        app = TestApp.at(
                now, sliced, builder -> builder.policy(policy).listener((event, account, detail) -> events.add(event)));
    }

    private BulkProgress run(Stream<NewAward> rows) {
        outcomes.clear();
        return badgr().awards().awardAll(rows, outcomes::put);
    }

    private NewAward row(int number) {
        return NewAward.of(badge, Some.address()).once("row-" + number, EARNED).withNarrative("Row " + number);
    }

    private List<NewAward> rows(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::row).toList();
    }

    private AwardId awardOf(long row) {
        return ((Done) Objects.requireNonNull(outcomes.get(row))).award();
    }

    private AwardState state(long row) {
        return badgr().awards().find(awardOf(row)).orElseThrow().state();
    }

    private Refusal refusal(long row) {
        return ((Refused) Objects.requireNonNull(outcomes.get(row))).refusal();
    }

    private Delivery deliver() {
        return badgr().notices().deliver(1_000);
    }

    private static BulkListener listener(BulkListener rows, Consumer<BulkProgress> progress) {
        return new BulkListener() {
            @Override
            public void outcome(long row, BulkOutcome outcome) {
                rows.outcome(row, outcome);
            }

            @Override
            public void progress(BulkProgress now) {
                progress.accept(now);
            }
        };
    }
}
