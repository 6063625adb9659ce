package dev.badgr;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.AccountId;
import dev.badgr.award.NewAward;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.TestApp;
import dev.badgr.memory.InMemoryStorage;
import dev.badgr.port.Event;
import dev.badgr.port.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a host's listener hears, and what it can't break. */
class ListenerTest {
    private record Heard(Event event, Optional<AccountId> account) {}

    private final List<Heard> heard = new ArrayList<>();
    private final InMemoryStorage storage = new InMemoryStorage();
    private final TestApp app = TestApp.on(
            storage, builder -> builder.listener((event, account, detail) -> heard.add(new Heard(event, account))));

    @Test
    void itHearsWhatHappensToWhichAccount() {
        Person mia = app.personWithAccount();
        app.signedInAgain(mia, PASSWORD);
        app.badgr().signIns().withPassword(signIn(mia.email(), OTHER_PASSWORD), newClient());
        Optional<AccountId> her = Optional.of(mia.id());
        assertThat(heard)
                .containsExactly(
                        new Heard(Event.CODE_SENT, Optional.empty()),
                        new Heard(Event.CODE_RIGHT, Optional.empty()),
                        new Heard(Event.ACCOUNT_CREATED, her),
                        new Heard(Event.SIGNED_IN, her),
                        new Heard(Event.SIGN_IN_REFUSED, Optional.empty()));
    }

    @Test
    void itHearsOfAnAwardOnceAndNotOfWhatTheHostMayRollBack() {
        Person mia = app.personWithAccount();
        NewAward award = NewAward.of(app.badge(), mia.email()).once("course-1", app.now());
        heard.clear();
        app.badgr().awards().award(award).orElseThrow();
        app.badgr().awards().award(award).orElseThrow();
        assertThat(heard).extracting(Heard::event).containsExactly(Event.BADGE_AWARDED);
        app.badgr()
                .awards()
                .on(storage.stores())
                .award(NewAward.of(app.badge(), mia.email()))
                .orElseThrow();
        assertThat(heard).hasSize(1);
    }

    @Test
    void whatItThrowsBreaksNothingAndIsLoggedByItsKind() {
        TestApp broken = TestApp.on(
                new InMemoryStorage(),
                builder -> builder.listener((event, account, detail) -> {
                    throw new IllegalStateException("secret of the host");
                }));
        try (LogCapture log = new LogCapture()) {
            Person mia = broken.personWithAccount();
            broken.badgr()
                    .accounts()
                    .changePassword(mia.session(), newPassword(OTHER_PASSWORD), mia.client())
                    .orElseThrow();
            assertThat(String.join("\n", log.lines()))
                    .contains("listener-failed password-changed java.lang.IllegalStateException")
                    .doesNotContain("secret of the host");
        }
    }

    @Test
    void forEachNoticeOfAChangeOfAnAccountThereIsTheEvent() {
        List<String> events = Arrays.stream(Event.values()).map(Enum::name).toList();
        assertThat(Arrays.stream(Notice.Kind.values())
                        .filter(kind -> kind != Notice.Kind.AWARDED && kind != Notice.Kind.EXPIRING)
                        .map(Enum::name))
                .isSubsetOf(events);
    }
}
