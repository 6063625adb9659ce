package dev.badgr.contract;

import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.done;

import dev.badgr.Merged;
import dev.badgr.Result;
import dev.badgr.account.Account;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.fixture.Person;
import java.time.Duration;
import java.util.List;

/** Somebody with two accounts, who is signed in to the one that is to stay. */
abstract class MergesContractBase extends VerbContract {
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
}
