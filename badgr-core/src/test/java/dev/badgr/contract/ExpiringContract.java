package dev.badgr.contract;

import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.badgr.Delivery;
import dev.badgr.Limits;
import dev.badgr.PreferencesForm;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.Mail;
import dev.badgr.port.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has a badge that expires is told in time, and can ask which ones do. */
public abstract class ExpiringContract extends VerbContract {
    private static final Duration DAY = Duration.ofDays(1);

    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.ENGLISH);

    private Person mia;
    private Badge badge;

    /** Each test has days of its own, so that its notices are the only ones due; in them a badge counts for three. */
    @BeforeEach
    void badgesCountForThreeDays() {
        Limits limits = Limits.standard().withNoticeBeforeExpiry(DAY);
        app = TestApp.at(Times.earlierThanEver(), storage(), builder -> builder.limits(limits));
        mia = app.personWithAccount();
        badge = valid(Period.ofDays(3));
    }

    @Test
    void theOwnerIsToldADayBeforeAndNotEarlier() {
        app.award(badge, mia.email());
        assertThat(deliver()).as("that it was awarded").isEqualTo(new Delivery(1, 0, 0));
        app.passes(DAY.multipliedBy(2).minusMillis(1));
        assertThat(deliver()).isEqualTo(new Delivery(0, 0, 0));
        app.passes(Duration.ofMillis(1));
        assertThat(deliver()).isEqualTo(new Delivery(1, 0, 0));
        Mail mail = app.lastMailTo(mia.email());
        assertThat(mail.kind()).isEqualTo(Mail.Kind.EXPIRING);
        assertThat(mail.subject()).contains(badge.name());
        assertThat(mail.text())
                .contains(badge.issuer().name())
                .contains("Go to account: https://plp.example/badges/backpack");
        assertThat(deliver()).isEqualTo(new Delivery(0, 0, 0));
    }

    /** Tests begin at midnight in Greenwich, when it is the day before in Pago Pago. */
    @Test
    void theMailNamesTheDayThatItIsWhereTheOwnerLives() {
        done(badgr().accounts().setPreferences(mia.session(), new PreferencesForm("en", "Pacific/Pago_Pago")));
        Instant issuedOn = app.now().plus(Duration.ofHours(1));
        NewAward wanted = NewAward.of(badge, mia.email()).once("x", issuedOn);
        done(badgr().awards().award(wanted));
        app.passes(DAY.multipliedBy(2).plusHours(1));
        deliver();
        LocalDate end = LocalDate.ofInstant(issuedOn, ZoneOffset.UTC).plusDays(2);
        assertThat(app.lastMailTo(mia.email()).text()).contains("expires on " + LONG.format(end) + ".");
    }

    @Test
    void whatIsNotDueYetIsNotUndelivered() {
        app.award(badge, mia.email());
        deliver();
        assertThat(mine()).isEmpty();
        app.passes(DAY.multipliedBy(2));
        assertThat(mine()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.EXPIRING);
            assertThat(notice.attempts()).isZero();
        });
        app.mailServerFails();
        assertThat(deliver()).isEqualTo(new Delivery(0, 0, 1));
        assertThat(mine()).as("tried, and due again later").hasSize(1);
    }

    @Test
    void whatNeverExpiresOrExpiresTooSoonIsNotTold() {
        app.award(app.badge(), mia.email());
        app.award(valid(Period.ofDays(1)), mia.email());
        assertThat(deliver()).isEqualTo(new Delivery(2, 0, 0));
        app.passes(DAY.multipliedBy(3));
        assertThat(deliver()).isEqualTo(new Delivery(0, 0, 0));
    }

    @Test
    void whatIsGoneByThenIsNotTold() {
        List<AwardId> all = List.of(awarded(), awarded(), awarded(), awarded());
        done(badgr().awards().revoke(all.get(0), "Mistake."));
        done(badgr().backpacks().decline(mia.id(), all.get(1)));
        done(badgr().awards()
                .reissue(
                        all.get(2),
                        NewAward.of(badge, mia.email()).once("again", app.now().plus(DAY.multipliedBy(3)))));
        done(badgr().backpacks().hide(mia.id(), all.get(3)));
        deliver();
        app.passes(DAY.multipliedBy(2));
        assertThat(deliver()).as("only the hidden one is still hers").isEqualTo(new Delivery(1, 3, 0));
    }

    @Test
    void anAddressThatNobodyHasVerifiedIsNotTold() {
        app.award(badge, Some.address());
        EmailAddress wrong = Some.address();
        EmailAddress right = Some.address();
        done(badgr().awards().readdress(app.award(badge, wrong).id(), right));
        Person leo = app.personWithAccount(right);
        deliver();
        app.passes(DAY.multipliedBy(2));
        assertThat(deliver()).isEqualTo(new Delivery(1, 2, 0));
        assertThat(app.lastMailTo(leo.email()).kind()).isEqualTo(Mail.Kind.EXPIRING);
    }

    @Test
    void whatHasExpiredMeanwhileIsNotTold() {
        app.award(badge, mia.email());
        deliver();
        app.passes(DAY.multipliedBy(3));
        assertThat(deliver()).isEqualTo(new Delivery(0, 1, 0));
    }

    @Test
    void theFirstToExpireIsListedFirst() {
        AwardId third = awarded(Duration.ofHours(3));
        AwardId first = awarded(Duration.ofHours(1));
        AwardId second = awarded(Duration.ofHours(2));
        app.award(app.badge(), mia.email());
        assertThat(expiring(DAY.multipliedBy(3))).isEmpty();
        assertThat(expiring(DAY.multipliedBy(3).plusHours(2))).containsExactly(first, second);
        assertThat(expiring(DAY.multipliedBy(4))).containsExactly(first, second, third);
        app.passes(DAY.multipliedBy(3).plusHours(1));
        assertThat(expiring(DAY)).as("the first has expired").containsExactly(second, third);
    }

    @Test
    void onlyWhatTheBackpackShowsAndWasNotIssuedAgainIsListed() {
        AwardId hidden = awarded();
        AwardId revoked = awarded();
        AwardId again = awarded();
        AwardId shown = awarded();
        app.award(badge, Some.address());
        done(badgr().backpacks().hide(mia.id(), hidden));
        done(badgr().awards().revoke(revoked, "Mistake."));
        AwardId next = done(badgr().awards().reissue(again, NewAward.of(badge, mia.email())))
                .award()
                .id();
        assertThat(expiring(DAY.multipliedBy(4))).containsExactlyInAnyOrder(shown, next);
        assertThat(badgr().backpacks().expiring(app.personWithAccount().id(), DAY))
                .isEmpty();
    }

    @Test
    void soonIsMoreThanNothing() {
        for (Duration within : List.of(Duration.ZERO, DAY.negated(), DAY.multipliedBy(36_501))) {
            assertThatIllegalArgumentException().isThrownBy(() -> expiring(within));
        }
        for (Duration notice : List.of(Duration.ZERO, DAY.minusMillis(1), DAY.multipliedBy(367))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Limits.standard().withNoticeBeforeExpiry(notice));
        }
        assertThat(Limits.standard().noticeBeforeExpiry()).isEqualTo(DAY.multipliedBy(30));
    }

    private Badge valid(Period period) {
        return done(badgr().badges().define(BadgeFixture.aBadge().build().validFor(period)));
    }

    private AwardId awarded() {
        return app.award(badge, mia.email()).id();
    }

    /** Issued so much later than now. */
    private AwardId awarded(Duration later) {
        NewAward wanted =
                NewAward.of(badge, mia.email()).once(Some.word(), app.now().plus(later));
        return done(badgr().awards().award(wanted)).award().id();
    }

    private List<AwardId> expiring(Duration within) {
        return badgr().backpacks().expiring(mia.id(), within).stream()
                .map(entry -> entry.award().id())
                .toList();
    }

    private Delivery deliver() {
        return badgr().notices().deliver(1000);
    }

    private List<Notice> mine() {
        return badgr().notices().undelivered(1000).stream()
                .filter(notice -> notice.to().equals(mia.email()))
                .toList();
    }
}
