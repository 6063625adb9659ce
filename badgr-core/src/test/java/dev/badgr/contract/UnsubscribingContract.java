package dev.badgr.contract;

import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.assertInvalid;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Delivery;
import dev.badgr.Refusal;
import dev.badgr.Rule;
import dev.badgr.Secrets;
import dev.badgr.UnsubscribeLink;
import dev.badgr.award.Badge;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.HmacKey;
import dev.badgr.email.UnsubscribeToken;
import dev.badgr.email.UnsubscribeToken.Mailing;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.Mail;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.MarketingConsent.Way;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stopping mails by a link in one of them, without signing in. */
public abstract class UnsubscribingContract extends VerbContract {
    private static final String FOLDER = "https://plp.example/badges/unsubscribe/";

    private final EmailAddress mia = Some.address();

    /** Each test is earlier than all others, so that its notices are the only ones due. */
    @BeforeEach
    void setUpTheAppLongAgo() {
        app = TestApp.at(Times.earlierThanEver(), storage(), builder -> {});
    }

    @Test
    void aLinkOfTheHostsUpdatesWithdrawsThemAndTheLedgerKeepsHow() {
        Person ada = app.personWithAccount(mia);
        badgr().consents().setEmailUpdates(ada.id(), true);
        MarketingConsent granted = new MarketingConsent(true, app.now(), Way.SIGNED_IN);
        UnsubscribeLink link = badgr().consents().unsubscribeLink(ada.id());
        app.passes(Duration.ofDays(3650));
        assertThat(done(badgr().consents().withdraw(token(link)))).isEqualTo(Mailing.EMAIL_UPDATES);
        assertThat(badgr().consents().wantsEmailUpdates(ada.id())).isFalse();
        assertThat(badgr().consents().emailUpdates(ada.id()))
                .containsExactly(new MarketingConsent(false, app.now(), Way.LINK), granted);
    }

    @Test
    void withdrawingAgainChangesNothingUntilTheUpdatesAreGrantedAgain() {
        Person ada = app.personWithAccount(mia);
        String token = token(badgr().consents().unsubscribeLink(ada.id()));
        badgr().consents().setEmailUpdates(ada.id(), true);
        Race.of(CROWD, i -> done(badgr().consents().withdraw(token)));
        assertThat(badgr().consents().emailUpdates(ada.id())).hasSize(2);
        badgr().consents().setEmailUpdates(ada.id(), true);
        done(badgr().consents().withdraw(token));
        assertThat(badgr().consents().emailUpdates(ada.id()))
                .extracting(MarketingConsent::granted)
                .containsExactly(false, true, false, true);
    }

    @Test
    void lookingAtWhatALinkStopsStopsNothing() {
        Person ada = app.personWithAccount(mia);
        badgr().consents().setEmailUpdates(ada.id(), true);
        String token = token(badgr().consents().unsubscribeLink(ada.id()));
        assertThat(done(badgr().consents().previewWithdrawal(token))).isEqualTo(Mailing.EMAIL_UPDATES);
        assertThat(badgr().consents().wantsEmailUpdates(ada.id())).isTrue();
    }

    @Test
    void theHeadersAreThoseOfOneClick() {
        UnsubscribeLink link =
                badgr().consents().unsubscribeLink(app.personWithAccount(mia).id());
        assertThat(link.url()).hasToString(FOLDER + token(link));
        assertThat(link.headers())
                .isEqualTo(Map.of(
                        "List-Unsubscribe",
                        "<" + link.url() + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click"));
    }

    @Test
    void aLinkThatIsNotGenuineStopsNothing() {
        Person ada = app.personWithAccount(mia);
        badgr().consents().setEmailUpdates(ada.id(), true);
        String token = token(badgr().consents().unsubscribeLink(ada.id()));
        HmacKey other = HmacKey.random(Some.random());
        String forged = UnsubscribeToken.of(Mailing.EMAIL_UPDATES, ada.id().value(), other)
                .value();
        for (String bad :
                new String[] {null, "", "x", token + "A", token.substring(1), "a" + token.substring(1), forged}) {
            assertInvalid(badgr().consents().withdraw(bad), "token: unsubscribe.format");
            assertInvalid(badgr().consents().previewWithdrawal(bad), "token: unsubscribe.format");
        }
        assertThat(badgr().consents().wantsEmailUpdates(ada.id())).isTrue();
    }

    @Test
    void linksInOldMailsOutliveTheSecretOfTheCodes() {
        String token = token(
                badgr().consents().unsubscribeLink(app.personWithAccount(mia).id()));
        Secrets changed = new Secrets(HmacKey.random(Some.random()), Some.SECRET);
        TestApp later = TestApp.at(app.now(), storage(), builder -> builder.secrets(changed));
        assertThat(done(later.badgr().consents().withdraw(token))).isEqualTo(Mailing.EMAIL_UPDATES);
    }

    @Test
    void aLinkOfAnAccountThatIsGoneStopsNothingAndIsNoMistake() {
        UUID gone = Some.accountId().value();
        String token =
                UnsubscribeToken.of(Mailing.EMAIL_UPDATES, gone, Some.SECRET).value();
        assertThat(done(badgr().consents().withdraw(token))).isEqualTo(Mailing.EMAIL_UPDATES);
    }

    @Test
    void mailsAboutAwardsCarryTheirOwnLinkWithOrWithoutAnAccount() {
        app.awarded(mia);
        deliver();
        assertThat(app.lastMailTo(mia).kind()).isEqualTo(Mail.Kind.AWARDED_CREATE_ACCOUNT);
        String token = awardToken();
        assertThat(done(badgr().consents().withdraw(token))).isEqualTo(Mailing.AWARD_MAILS);
        app.awarded(mia);
        assertThat(deliver()).isEqualTo(new Delivery(0, 1, 0));
        assertThat(app.mailsTo(mia)).hasSize(1);
        assertThat(badgr().notices().undelivered(1000))
                .noneMatch(waiting -> waiting.to().equals(mia));
    }

    @Test
    void aMailThatABadgeExpiresSoonCarriesItTooAndIsStoppedWithTheOthers() {
        app.personWithAccount(mia);
        Badge badge = BadgeFixture.aBadge().build().validFor(Period.ofDays(31));
        done(badgr().badges().define(badge));
        app.award(badge, mia);
        app.award(badge, mia);
        deliver();
        app.passes(Duration.ofDays(1));
        assertThat(badgr().notices().deliver(1)).isEqualTo(new Delivery(1, 0, 0));
        assertThat(app.lastMailTo(mia).kind()).isEqualTo(Mail.Kind.EXPIRING);
        done(badgr().consents().withdraw(awardToken()));
        assertThat(deliver()).isEqualTo(new Delivery(0, 1, 0));
    }

    @Test
    void theBadgeIsThereWithoutTheMail() {
        app.awarded(mia);
        deliver();
        done(badgr().consents().withdraw(awardToken()));
        Person ada = app.personWithAccount(mia);
        app.awarded(mia);
        deliver();
        assertThat(app.backpack(ada)).hasSize(2);
    }

    @Test
    void aMailThatWasWaitingIsNotSentEither() {
        app.awarded(mia);
        deliver();
        app.awarded(mia);
        done(badgr().consents().withdraw(awardToken()));
        assertThat(deliver()).isEqualTo(new Delivery(0, 1, 0));
    }

    @Test
    void codesAndMailsAboutTheAccountHaveNoLinkAndAreNeverStopped() {
        app.awarded(mia);
        deliver();
        done(badgr().consents().withdraw(awardToken()));
        Person ada = app.personWithAccount(mia);
        assertThat(app.lastMailTo(mia).kind()).isEqualTo(Mail.Kind.SIGN_UP_CODE);
        assertThat(app.lastMailTo(mia).headers()).isEmpty();
        done(badgr().accounts().link(ada.session(), Some.identity(), ada.client()));
        deliver();
        assertThat(app.lastMailTo(mia).kind()).isEqualTo(Mail.Kind.SECURITY);
        assertThat(app.lastMailTo(mia).headers()).isEmpty();
    }

    @Test
    void theOwnerOfAnAddressTurnsItsMailsOnAgain() {
        EmailAddress second = Some.address();
        Person ada = app.withAddress(app.personWithAccount(mia), second);
        deliver();
        app.awarded(mia);
        deliver();
        done(badgr().consents().withdraw(awardToken()));
        assertThat(done(badgr().consents().wantsAwardMails(ada.session(), email(mia))))
                .isFalse();
        assertThat(done(badgr().consents().wantsAwardMails(ada.session(), email(second))))
                .isTrue();
        app.awarded(second);
        assertThat(deliver()).as("another mailbox").isEqualTo(new Delivery(1, 0, 0));
        assertThat(done(badgr().consents().setAwardMails(ada.session(), email(mia), true))
                        .address())
                .isEqualTo(mia);
        app.awarded(mia);
        assertThat(deliver()).isEqualTo(new Delivery(1, 0, 0));
        done(badgr().consents().setAwardMails(ada.session(), email(mia), false));
        app.awarded(mia);
        assertThat(deliver()).isEqualTo(new Delivery(0, 1, 0));
    }

    @Test
    void nobodyElseChoosesForAnAddress() {
        app.personWithAccount(mia);
        Person eve = app.personWithAccount();
        assertNotPossible(badgr().consents().setAwardMails(eve.session(), email(mia), false), Rule.NOT_ITS_EMAIL);
        assertNotPossible(badgr().consents().wantsAwardMails(eve.session(), email(mia)), Rule.NOT_ITS_EMAIL);
        app.passes(Duration.ofDays(1));
        Person changed = eve.after(done(badgr().accounts()
                .link(
                        app.signedInAgain(eve, dev.badgr.fixture.Forms.PASSWORD).session(),
                        Some.identity(),
                        eve.client())));
        assertThat(changed.id()).isEqualTo(eve.id());
        assertRefused(
                badgr().consents().setAwardMails(eve.session(), email(eve.email()), false), new Refusal.SessionEnded());
    }

    private Delivery deliver() {
        return badgr().notices().deliver(100);
    }

    /** The last part of the link in the latest mail's head. */
    private String awardToken() {
        Map<String, String> headers = app.lastMailTo(mia).headers();
        assertThat(headers).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        String link = headers.get("List-Unsubscribe");
        assertThat(link).startsWith("<" + FOLDER).endsWith(">");
        return link.substring(1 + FOLDER.length(), link.length() - 1);
    }

    private static String token(UnsubscribeLink link) {
        return link.token().value();
    }
}
