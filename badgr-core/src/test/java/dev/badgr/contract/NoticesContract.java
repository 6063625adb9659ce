package dev.badgr.contract;

import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Delivery;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.Mail;
import dev.badgr.port.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails about awards and changes: kept with what they tell of, delivered at least once. */
public abstract class NoticesContract extends VerbContract {
    private final EmailAddress mia = Some.address();

    /** Each test is earlier than all others, so that its notices are the only ones due. */
    @BeforeEach
    void setUpTheAppLongAgo() {
        app = TestApp.at(Times.earlierThanEver(), storage(), builder -> {});
    }

    @Test
    void whoHasNoAccountIsToldToCreateOne() {
        Badge badge = app.badge();
        app.award(badge, mia);
        assertThat(app.mailsTo(mia)).as("nothing is sent before deliver()").isEmpty();
        assertThat(deliver()).isEqualTo(new Delivery(1, 0, 0));
        Mail mail = app.lastMailTo(mia);
        assertThat(mail.kind()).isEqualTo(Mail.Kind.AWARDED_CREATE_ACCOUNT);
        assertThat(mail.text())
                .contains(badge.name())
                .contains(badge.issuer().name())
                .contains("Create account: https://plp.example/badges/sign-up");
        assertThat(deliver()).isEqualTo(new Delivery(0, 0, 0));
    }

    @Test
    void whoHasAnAccountIsToldToGoThere() {
        app.personWithAccount(mia);
        app.awarded(mia);
        deliver();
        assertThat(app.lastMailTo(mia).kind()).isEqualTo(Mail.Kind.AWARDED_GO_TO_ACCOUNT);
        assertThat(app.lastMailTo(mia).text()).contains("Go to account: https://plp.example/badges/backpack");
    }

    @Test
    void theMailSaysWhatIsTrueWhenItIsSent() {
        app.awarded(mia);
        app.personWithAccount(mia);
        deliver();
        assertThat(app.lastMailTo(mia).kind()).isEqualTo(Mail.Kind.AWARDED_GO_TO_ACCOUNT);
    }

    @Test
    void aRepeatedAwardIsToldOnce() {
        NewAward wanted = NewAward.of(app.badge(), mia).once("course-7", app.now());
        done(badgr().awards().award(wanted));
        done(badgr().awards().award(wanted));
        assertThat(deliver().delivered()).isEqualTo(1);
        done(badgr().awards().award(wanted));
        assertThat(deliver().delivered()).isZero();
    }

    @Test
    void aRevokedAwardIsNotTold() {
        AwardId award = app.awarded(mia);
        done(badgr().awards().revoke(award, "Mistake."));
        assertThat(deliver()).isEqualTo(new Delivery(0, 1, 0));
        assertThat(app.mailsTo(mia)).isEmpty();
        assertThat(mine()).isEmpty();
    }

    @Test
    void aReaddressedAwardIsToldAtTheRightAddressOnly() {
        EmailAddress right = Some.address();
        done(badgr().awards().readdress(app.awarded(mia), right));
        assertThat(deliver()).isEqualTo(new Delivery(1, 1, 0));
        assertThat(app.mailsTo(mia)).isEmpty();
        assertThat(app.mailsTo(right)).hasSize(1);
    }

    @Test
    void aMailThatFailsIsKeptAndTriedAgain() {
        app.awarded(mia);
        app.mailServerFails();
        assertThat(deliver()).isEqualTo(new Delivery(0, 0, 1));
        Notice kept = mine().get(0);
        assertThat(kept.attempts()).isEqualTo(1);
        assertThat(kept.lastError()).contains(IllegalStateException.class.getName());
        assertThat(kept.nextAttemptAt()).contains(app.now().plus(Duration.ofMinutes(1)));
        app.mailServerIsBack();
        app.passes(Duration.ofMinutes(1).minusMillis(1));
        assertThat(deliver()).isEqualTo(new Delivery(0, 0, 0));
        app.passes(Duration.ofMillis(1));
        assertThat(deliver()).isEqualTo(new Delivery(1, 0, 0));
        assertThat(mine()).isEmpty();
        assertThat(app.mailsTo(mia)).hasSize(1);
    }

    @Test
    void itIsTriedEverMoreSeldomAndGivenUpAfterTwentyTimes() {
        app.awarded(mia);
        app.mailServerFails();
        Duration longest = Duration.ofHours(6);
        for (int attempt = 1; attempt < 20; attempt++) {
            Instant now = app.now();
            assertThat(deliver()).isEqualTo(new Delivery(0, 0, 1));
            Duration wait = Duration.between(now, mine().get(0).nextAttemptAt().orElseThrow());
            Duration doubled = Duration.ofMinutes(1L << (attempt - 1));
            assertThat(wait).isEqualTo(doubled.compareTo(longest) < 0 ? doubled : longest);
            app.passes(wait);
        }
        assertThat(deliver()).isEqualTo(new Delivery(0, 0, 1));
        assertThat(mine()).singleElement().satisfies(given -> {
            assertThat(given.attempts()).isEqualTo(20);
            assertThat(given.nextAttemptAt()).isEmpty();
        });
        app.mailServerIsBack();
        app.passes(Duration.ofDays(3));
        assertThat(deliver()).isEqualTo(new Delivery(0, 0, 0));
    }

    @Test
    void aMailThatFailsDoesNotHoldUpTheOthers() {
        EmailAddress second = Some.address();
        app.awarded(mia);
        app.awarded(second);
        app.mailServerFailsOnce();
        assertThat(deliver()).isEqualTo(new Delivery(1, 0, 1));
        app.passes(Duration.ofMinutes(1));
        assertThat(deliver()).isEqualTo(new Delivery(1, 0, 0));
        assertThat(app.mailsTo(mia)).hasSize(1);
        assertThat(app.mailsTo(second)).hasSize(1);
    }

    @Test
    void oneRunDeliversNoMoreThanItMay() {
        for (int i = 0; i < 120; i++) {
            app.awarded(Some.address());
        }
        assertThat(badgr().notices().deliver(0)).isEqualTo(new Delivery(0, 0, 0));
        assertThat(badgr().notices().deliver(55)).isEqualTo(new Delivery(55, 0, 0));
        assertThat(badgr().notices().deliver(1000)).isEqualTo(new Delivery(65, 0, 0));
    }

    @Test
    void concurrentDeliverersSendEachMailOnce() {
        List<EmailAddress> everybody =
                IntStream.range(0, 40).mapToObj(i -> Some.address()).toList();
        everybody.forEach(app::awarded);
        List<Delivery> runs = Race.of(8, i -> badgr().notices().deliver(1000));
        assertThat(runs.stream().mapToInt(Delivery::delivered).sum()).isEqualTo(40);
        assertThat(everybody)
                .allSatisfy(address -> assertThat(app.mailsTo(address)).hasSize(1));
    }

    @Test
    void whatADelivererLeftBehindIsDeliveredByAnother() {
        app.awarded(mia);
        storage().stores().notices().claim(app.now(), app.now().plus(Duration.ofMinutes(5)), 1000);
        assertThat(deliver()).isEqualTo(new Delivery(0, 0, 0));
        app.passes(Duration.ofMinutes(5));
        assertThat(deliver()).isEqualTo(new Delivery(1, 0, 0));
    }

    private Delivery deliver() {
        return badgr().notices().deliver(1000);
    }

    private List<Notice> mine() {
        return badgr().notices().undelivered(1000).stream()
                .filter(notice -> notice.to().equals(mia))
                .toList();
    }
}
