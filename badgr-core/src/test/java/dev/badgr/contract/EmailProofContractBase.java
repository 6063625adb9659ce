package dev.badgr.contract;

import static dev.badgr.fixture.Announcements.anAnnouncement;
import static dev.badgr.fixture.ChallengeFixture.aChallenge;

import dev.badgr.account.Account;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.GuessFixture;
import dev.badgr.fixture.Some;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.JudgedEmail;

/** Somebody who proves an address for an account. */
abstract class EmailProofContractBase extends StorageContractBase {
    static final int MAX_EMAILS = 10;
    static final CodeRules RULES = CodeRules.standard();

    final EmailAddress wanted = EmailAddress.parse("Mia.Work-" + Some.word() + "@School.EDU");

    final BoundChallenge asked(Account account, EmailAddress address) {
        return issued(aChallenge().openFor(address).toAddTo(account.id()).build());
    }

    final JudgedEmail judged(GuessFixture guess, long epoch) {
        return judged(guess, epoch, RULES);
    }

    final JudgedEmail judged(GuessFixture guess, long epoch, CodeRules rules) {
        return stores().challenges().judgeEmail(guess.build(), epoch, rules, MAX_EMAILS, anAnnouncement());
    }

    final Account reloaded(Account account) {
        return stores().accounts().byId(account.id()).orElseThrow();
    }
}
