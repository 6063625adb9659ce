package dev.badgr.account;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.badgr.account.AddressMove.Lapse;
import dev.badgr.account.AddressMove.State;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressMoveTest {
    private final EmailAddress work = EmailAddress.parse("leo@work.example");
    private final VerifiedEmail proven = Some.verified(EmailAddress.parse("Leo@Work.example"), Times.NOW);
    private final Account giver =
            anAccount().build().with(Some.verified(work, Times.NOW)).with(Some.verified(Some.address(), Times.NOW));
    private final Account taker = anAccount().build();
    private final AddressMove move = AddressMove.asked(MoveId.random(Some.random()), proven, giver.id(), taker.id());

    @Test
    void theOtherPersonHasADay() {
        assertThat(move.isPending()).isTrue();
        assertThat(move.isDueAt(Times.NOW.plus(Duration.ofHours(24)).minusMillis(1)))
                .isFalse();
        assertThat(move.isDueAt(Times.NOW.plus(Duration.ofHours(24)))).isTrue();
    }

    @Test
    void itIsMovedAsWhoeverWantsItHasTypedIt() {
        assertThat(decided(giver, taker, 2)).isEqualTo("MOVED");
        assertThat(move.givenTo(taker).email(work.key())).contains(proven);
        assertThat(move.givenTo(taker).epoch()).isEqualTo(taker.epoch() + 1);
        assertThat(move.takenFrom(giver).hasVerified(proven.recipient())).isFalse();
        assertThat(move.takenFrom(giver).primary()).isEqualTo(giver.primary());
        assertThat(move.takenFrom(giver).epoch()).isEqualTo(giver.epoch() + 1);
    }

    @Test
    void ifItWasThePrimaryOneTheOldestOtherBecomesThat() {
        Account after = move.takenFrom(giver.withPrimary(proven.recipient()));
        assertThat(after.primary()).isEqualTo(giver.primary());
        assertThat(after.epoch()).isEqualTo(giver.epoch() + 2);
    }

    @Test
    void whatStandsAgainstIt() {
        Account only = giver.without(giver.emails().get(2).key())
                .withPrimary(proven.recipient())
                .without(giver.emails().get(0).key());
        assertThat(decided(only, taker, 2)).isEqualTo("ONLY_ADDRESS");
        assertThat(decided(giver, taker, 1)).isEqualTo("NO_ROOM");
        assertThat(decided(giver.without(work.key()), taker, 2)).isEqualTo("GONE");
        assertThat(decided(closed(giver), taker, 2)).isEqualTo("GONE");
        assertThat(decided(giver, closed(taker), 2)).isEqualTo("GONE");
        assertThat(move.obstacle(Optional.empty(), Optional.of(taker), 2)).contains(Lapse.GONE);
        assertThat(move.obstacle(Optional.of(giver), Optional.empty(), 2)).contains(Lapse.GONE);
    }

    @Test
    void itCannotBeWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressMove.asked(move.id(), proven, giver.id(), giver.id()))
                .withMessageContaining("from, to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(State.LAPSED, Optional.empty(), Duration.ofHours(1)))
                .withMessageContaining("lapse");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(State.MOVED, Optional.of(Lapse.GONE), Duration.ofHours(1)))
                .withMessageContaining("lapse");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(State.MOVED, Optional.empty(), Duration.ZERO))
                .withMessageContaining("dueAt");
    }

    private AddressMove with(State state, Optional<Lapse> lapse, Duration wait) {
        return new AddressMove(
                move.id(),
                move.address(),
                move.recipient(),
                move.from(),
                move.to(),
                Times.NOW,
                Times.NOW.plus(wait),
                state,
                lapse);
    }

    private String decided(Account from, Account to, int maxEmails) {
        AddressMove after = move.decided(Optional.of(from), Optional.of(to), maxEmails);
        assertThat(after.isPending()).isFalse();
        return after.lapse().map(Lapse::name).orElse(after.state().name());
    }

    private static Account closed(Account account) {
        return account.disabledSince(Optional.of(Times.NOW));
    }
}
