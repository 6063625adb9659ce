package dev.badgr.contract;

import static dev.badgr.fixture.Forms.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.AskedMove;
import dev.badgr.account.Account;
import dev.badgr.account.AddressMove.Lapse;
import dev.badgr.account.AddressMove.State;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** Leo has an address at work that Mia reads the mail of. */
abstract class MovesContractBase extends VerbContract {
    static final Duration DAY = Duration.ofHours(24);

    EmailAddress work = Some.address();
    Person leo;
    Person mia;

    /** Earlier than all tests before, so that these people's moves and notices are the only ones due. */
    @BeforeEach
    final void twoPeople() {
        app = TestApp.at(Times.earlierThanEver(), storage(), builder -> {});
        work = Some.address();
        mia = app.personWithAccount();
        leo = app.withAddress(app.personWithAccount(), work);
        app.passes(Duration.ofMinutes(1));
    }

    final Account account(Person person) {
        return badgr().accounts().find(person.id()).orElseThrow();
    }

    /** The person signs in once more, at the address that is her primary one now. */
    final Person again(Person person) {
        return app.signedInAgain(new Person(account(person), person.session(), person.client()), PASSWORD);
    }

    /** What became of a move, as a person sees it; she signs in for that. */
    final AskedMove seen(Person person, AskedMove move) {
        return badgr().moves().asked(again(person).session()).orElseThrow().stream()
                .filter(one -> one.id().equals(move.id()))
                .findFirst()
                .orElseThrow();
    }

    final void assertLapsed(AskedMove move, Lapse why) {
        assertThat(move.state()).isEqualTo(State.LAPSED);
        assertThat(move.lapse()).contains(why);
    }

    final void assertAt(Person person, EmailAddress... addresses) {
        assertThat(account(person).emails()).extracting(VerifiedEmail::address).containsExactly(addresses);
        for (EmailAddress address : addresses) {
            assertThat(badgr().accounts().findByEmail(address)).contains(account(person));
        }
    }
}
