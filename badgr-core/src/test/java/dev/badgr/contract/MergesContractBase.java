package dev.badgr.contract;

import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Merged;
import dev.badgr.Result;
import dev.badgr.account.Account;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Somebody with two accounts, who is signed in to the one that is to stay. */
abstract class MergesContractBase extends VerbContract {
    /** What two did at once. */
    record Both<A, B>(Result<A> first, Result<B> second) {}

    /** Asks for a code to the other account's address; not within a minute after one was sent there. */
    final ChallengeId asked(Person survivor, EmailAddress theirs) {
        app.passes(Duration.ofMinutes(1));
        return done(badgr().merges().begin(survivor.session(), email(theirs), survivor.client()))
                .challenge();
    }

    final ChallengeId proven(Person survivor, EmailAddress theirs) {
        ChallengeId challenge = asked(survivor, theirs);
        return done(
                badgr().merges().confirm(survivor.session(), challenge, code(app.codeTo(theirs)), survivor.client()));
    }

    final Result<Merged> merge(Person survivor, ChallengeId proof) {
        return badgr().merges().merge(survivor.session(), proof, survivor.client());
    }

    final Merged merged(Person survivor, Person other) {
        return done(merge(survivor, proven(survivor, other.email())));
    }

    final Account now(Person person) {
        return badgr().accounts().find(person.id()).orElseThrow();
    }

    static List<EmailAddress> addresses(Account account) {
        return account.emails().stream().map(VerifiedEmail::address).toList();
    }

    static <A, B> Both<A, B> atOnce(Supplier<Result<A>> one, Supplier<Result<B>> other) {
        List<Result<A>> first = new ArrayList<>();
        List<Result<B>> second = new ArrayList<>();
        Race.between(() -> first.add(one.get()), () -> second.add(other.get()));
        return new Both<>(first.get(0), second.get(0));
    }

    /** Each address is on one of their accounts, and the accounts have no other. */
    final void assertOneHolds(List<Person> people, EmailAddress... addresses) {
        List<EmailAddress> held = people.stream()
                .flatMap(person -> badgr().accounts().find(person.id()).stream())
                .flatMap(account -> addresses(account).stream())
                .toList();
        assertThat(held).doesNotHaveDuplicates().contains(addresses);
        for (EmailAddress address : addresses) {
            assertThat(badgr().accounts().findByEmail(address)).isPresent();
        }
    }
}
