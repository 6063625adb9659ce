package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.AccountView;
import dev.badgr.Administration;
import dev.badgr.Client;
import dev.badgr.Explained;
import dev.badgr.OidcClaims;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.SignedIn;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.Explanation;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.Actor;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.Event;
import dev.badgr.port.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the host's staff can do, and what a closed account still does. */
public abstract class AdministrationContract extends VerbContract {
    private static final Actor.Staff STAFF = new Actor.Staff("staff-17", "Asked by phone.");

    @Test
    void theStaffSeesAnAccountWithoutAFullAddress() {
        EmailAddress second = Some.address();
        Person mia = app.withAddress(app.personWithAccount(), second);
        AccountView view = desk().find(STAFF, email(second)).orElseThrow();
        assertThat(view.id()).isEqualTo(mia.id());
        assertThat(view.name()).isEqualTo(mia.account().name());
        assertThat(view.emails()).containsExactly(mia.email().masked(), second.masked());
        assertThat(view.hasPassword()).isTrue();
        assertThat(view.termsAgreed()).contains(app.currentTerms());
        assertThat(view.termsDue()).isEmpty();
        assertThat(view.signIns()).isEqualTo(new AccountView.BackOffs(0, false, 0, Optional.empty()));
        assertThat(latest(mia)).isEqualTo(Event.ACCOUNT_VIEWED);
        assertThat(records(mia).get(0).actor()).isEqualTo(STAFF);
    }

    @Test
    void anAddressWithoutAnAccountIsNotFound() {
        assertRefused(desk().find(STAFF, email(Some.address())), new Refusal.NotFound("account"));
        assertRefused(desk().disable(STAFF, Some.accountId()), new Refusal.NotFound("account"));
        assertRefused(desk().clearBackOffs(STAFF, Some.accountId()), new Refusal.NotFound("account"));
    }

    @Test
    void theStaffLearnsWhyABadgeIsMissing() {
        Person mia = app.personWithAccount();
        AwardId shown = app.awarded(mia.email());
        AwardId declined = app.awarded(mia.email());
        EmailAddress elsewhere = Some.address();
        AwardId missing = app.awarded(elsewhere);
        badgr().backpacks().decline(mia.id(), declined).orElseThrow();
        assertThat(desk().explain(STAFF, email(mia.email()), missing).orElseThrow())
                .isEqualTo(new Explanation.VerifyAddress(elsewhere.masked()));
        assertThat(desk().explain(STAFF, email(elsewhere), missing).orElseThrow())
                .isEqualTo(new Explanation.VerifyAddress(elsewhere.masked()));
        assertThat(desk().explain(STAFF, email(elsewhere), shown).orElseThrow()).isEqualTo(new Explanation.Unknown());
        assertThat(latest(mia)).isEqualTo(Event.BADGES_EXPLAINED);
        badgr().awards().revoke(shown, "A mistake.").orElseThrow();
        List<Explained> all = desk().explainAll(STAFF, email(mia.email())).orElseThrow();
        assertThat(all).extracting(Explained::award).containsExactlyInAnyOrder(shown, declined);
        assertThat(all)
                .extracting(one -> one.explanation().getClass().getSimpleName())
                .containsExactlyInAnyOrder("Revoked", "Declined");
    }

    @Test
    void aBackOffAndADisabledPasswordCanBeCleared() {
        Person mia = app.personWithAccount();
        for (int i = 0; i < 6; i++) {
            guess(mia, mia.client());
        }
        Instant until = app.now().plusSeconds(30);
        assertThat(desk().find(STAFF, email(mia.email())).orElseThrow().signIns())
                .isEqualTo(new AccountView.BackOffs(5, false, 1, Optional.of(until)));
        for (int i = 0; i < 100; i++) {
            guess(mia, newClient());
        }
        assertThat(desk().find(STAFF, email(mia.email()))
                        .orElseThrow()
                        .signIns()
                        .passwordDisabled())
                .isTrue();
        AccountView cleared = desk().clearBackOffs(STAFF, mia.id()).orElseThrow();
        assertThat(cleared.signIns()).isEqualTo(new AccountView.BackOffs(0, false, 0, Optional.empty()));
        app.signedInAgain(mia, PASSWORD);
        assertThat(records(mia)).extracting(AuditRecord::event).contains(Event.BACK_OFFS_CLEARED);
    }

    @Test
    void aMailThatWaitsOrWasGivenUpIsSentAgain() {
        app = TestApp.at(Times.earlierThanEver(), storage(), builder -> {});
        Person mia = app.personWithAccount();
        app.awarded(mia.email());
        app.mailServerFails();
        badgr().notices().deliver(100);
        app.mailServerIsBack();
        badgr().notices().deliver(100);
        assertThat(app.mailsTo(mia.email())).extracting(Mail::kind).doesNotContain(Mail.Kind.AWARDED_GO_TO_ACCOUNT);
        assertThat(desk().resendNotices(STAFF, email(mia.email())).orElseThrow())
                .isEqualTo(1);
        badgr().notices().deliver(100);
        assertThat(app.lastMailTo(mia.email()).kind()).isEqualTo(Mail.Kind.AWARDED_GO_TO_ACCOUNT);
        assertThat(latest(mia)).isEqualTo(Event.NOTICES_RESENT);
        assertThat(desk().resendNotices(STAFF, email(mia.email())).orElseThrow())
                .isZero();
    }

    @Test
    void nobodyGetsIntoAClosedAccountByAnyWay() {
        ExternalIdentity identity = new ExternalIdentity("https://login.elsewhere.example", Some.word());
        Person mia = app.personWithAccount();
        mia = mia.after(
                badgr().accounts().link(mia.session(), identity, mia.client()).orElseThrow());
        app.passes(Duration.ofMinutes(2));
        ChallengeId recovery = badgr().recoveries()
                .begin(email(mia.email()), newClient())
                .orElseThrow()
                .challenge();
        badgr().recoveries()
                .confirm(recovery, code(app.codeTo(mia.email())), newClient())
                .orElseThrow();
        assertThat(desk().disable(STAFF, mia.id()).orElseThrow().disabledAt()).contains(app.now());
        assertRefused(badgr().signIns().check(mia.session()), new Refusal.SessionEnded());
        assertRefused(signInOf(mia, PASSWORD), new Refusal.AccountDisabled());
        assertRefused(signInOf(mia, OTHER_PASSWORD), new Refusal.SignInRefused());
        assertRefused(
                badgr().signIns()
                        .withIdentity(new OidcClaims(identity, mia.email().text(), true), newClient()),
                new Refusal.AccountDisabled());
        assertRefused(
                badgr().recoveries().complete(recovery, newPassword(OTHER_PASSWORD), newClient()),
                new Refusal.AccountDisabled());
        assertThat(latest(mia)).isEqualTo(Event.ACCOUNT_DISABLED);
    }

    @Test
    void aClosedAccountShowsNothingKeepsItsAddressesAndGetsItsAwards() {
        Person mia = app.personWithAccount();
        AwardId before = app.awarded(mia.email());
        String token = badgr().sharing()
                .create(mia.id(), before, Optional.empty())
                .orElseThrow()
                .token()
                .value();
        desk().disable(STAFF, mia.id()).orElseThrow();
        assertThat(badgr().sharing().view(token)).isEmpty();
        AwardId meanwhile = app.awarded(mia.email());
        app.passes(Duration.ofMinutes(2));
        badgr().signUps().begin(email(mia.email()), newClient()).orElseThrow();
        assertThat(app.lastMailTo(mia.email()).kind()).isEqualTo(Mail.Kind.SIGN_UP_HAS_ACCOUNT);
        desk().restore(STAFF, mia.id()).orElseThrow();
        assertThat(badgr().sharing().view(token)).isPresent();
        assertThat(app.backpack(mia)).containsExactlyInAnyOrder(before, meanwhile);
        assertThat(badgr().sharing().list(mia.id()).get(0).views()).isEqualTo(1);
    }

    @Test
    void aRestoredAccountIsAsBeforeButItsOldSessionsStayEnded() {
        Person mia = app.personWithAccount();
        desk().disable(STAFF, mia.id()).orElseThrow();
        AccountView open = desk().restore(STAFF, mia.id()).orElseThrow();
        assertThat(open.disabledAt()).isEmpty();
        assertRefused(badgr().signIns().check(mia.session()), new Refusal.SessionEnded());
        Person again = app.signedInAgain(mia, PASSWORD);
        assertThat(again.account())
                .isEqualTo(mia.account().atEpoch(again.account().epoch()));
        assertThat(records(mia).stream().map(AuditRecord::event)).contains(Event.ACCOUNT_RESTORED);
    }

    @Test
    void closingAClosedAccountChangesNothingAndIsKeptOnce() {
        Person mia = app.personWithAccount();
        AccountView first = desk().disable(STAFF, mia.id()).orElseThrow();
        app.passes(Duration.ofMinutes(1));
        assertThat(desk().disable(STAFF, mia.id()).orElseThrow()).isEqualTo(first);
        assertThat(records(mia)).hasSize(2);
    }

    @Test
    void everyAddressIsTold() {
        app = TestApp.at(Times.earlierThanEver(), storage(), builder -> {});
        EmailAddress second = Some.address();
        Person mia = app.withAddress(app.personWithAccount(), second);
        desk().disable(STAFF, mia.id()).orElseThrow();
        badgr().notices().deliver(1000);
        assertThat(app.lastMailTo(mia.email()).kind()).isEqualTo(Mail.Kind.ACCOUNT_DISABLED);
        assertThat(app.lastMailTo(second).kind()).isEqualTo(Mail.Kind.ACCOUNT_DISABLED);
        app.passes(Duration.ofMinutes(1));
        desk().restore(STAFF, mia.id()).orElseThrow();
        badgr().notices().deliver(1000);
        assertThat(app.lastMailTo(second).kind()).isEqualTo(Mail.Kind.ACCOUNT_RESTORED);
    }

    @Test
    void noSessionOutlivesTheClosingWhateverRacesWithIt() {
        for (int round = 0; round < 10; round++) {
            Person mia = app.personWithAccount();
            Client client = newClient();
            List<Optional<SignedIn>> signedIn = Race.of(8, i -> {
                if (i == 0) {
                    desk().disable(STAFF, mia.id()).orElseThrow();
                    return Optional.empty();
                }
                return badgr().signIns()
                        .withPassword(signIn(mia.email(), PASSWORD), client)
                        .fold(Optional::of, refusal -> Optional.empty());
            });
            assertThat(signedIn.stream().flatMap(Optional::stream))
                    .allSatisfy(minted ->
                            assertRefused(badgr().signIns().check(minted.session()), new Refusal.SessionEnded()));
            assertRefused(signInOf(mia, PASSWORD), new Refusal.AccountDisabled());
        }
    }

    @Test
    void theStaffWinsAgainstAPersonWhoChangesTheAccountAtTheSameMoment() {
        for (int round = 0; round < 5; round++) {
            Person mia = app.personWithAccount();
            List<Boolean> done = Race.of(
                    4,
                    i -> i == 0
                            ? desk().disable(STAFF, mia.id()).fold(view -> true, refusal -> false)
                            : badgr().accounts()
                                    .link(mia.session(), Some.identity(), mia.client())
                                    .fold(changed -> true, refusal -> false));
            assertThat(done.get(0)).isTrue();
            assertRefused(signInOf(mia, PASSWORD), new Refusal.AccountDisabled());
        }
    }

    private void guess(Person person, Client from) {
        badgr().signIns().withPassword(signIn(person.email(), OTHER_PASSWORD), from);
    }

    private Result<SignedIn> signInOf(Person person, String password) {
        return badgr().signIns().withPassword(signIn(person.email(), password), newClient());
    }

    /** A moment later, so that what comes of it is the latest. */
    private Administration desk() {
        app.passes(Duration.ofMillis(1));
        return badgr().administration();
    }

    private Event latest(Person of) {
        return records(of).get(0).event();
    }

    private List<AuditRecord> records(Person of) {
        return badgr().audit().of(of.id(), AuditQuery.newest(100)).items();
    }

    private static void assertRefused(Result<?> result, Refusal refusal) {
        assertThat(result).isEqualTo(Result.refused(refusal));
    }
}
