package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AddressMove;
import dev.badgr.account.MoveId;
import dev.badgr.email.Challenge;
import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.email.VerificationCode;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.Announcement;
import dev.badgr.port.Event;
import dev.badgr.port.Guess;
import dev.badgr.port.Judgement;
import dev.badgr.port.Notice;
import dev.badgr.port.Stores;
import java.util.Optional;

/** How an account that wants an address proves that it may ask for it. */
final class MoveProof {
    /** A guess, and what came of it if it was right. */
    private record Judged(Judgement judgement, Result<AddressMove> asked) {}

    private final Setup setup;
    private final Sessions sessions;
    private final Challenges challenges;

    MoveProof(Setup setup, Sessions sessions, Challenges challenges) {
        this.setup = setup;
        this.sessions = sessions;
        this.challenges = challenges;
    }

    /** A decoy, unless the address is one of several on an account other than this one that is open. */
    Question question(Account account, EmailAddress address) {
        boolean movable = setup.stores()
                .accounts()
                .byEmail(setup.recipient(address))
                .filter(owner -> !owner.id().equals(account.id()))
                .filter(owner -> owner.emails().size() > 1 && owner.isOpen())
                .isPresent();
        return new Question(Purpose.MOVE, address, Optional.of(account.id()), Optional.empty(), !movable);
    }

    /** In one transaction that stands whatever the verdict is: a wrong guess stays counted. */
    Result<AskedMove> confirm(Account account, ChallengeId id, VerificationCode code, Client client) {
        Guess guess = challenges.guess(id, Purpose.MOVE, Optional.of(account.id()), code, client);
        Judged judged = setup.storage().inTransaction(stores -> {
            Judgement judgement = stores.challenges().judge(guess, challenges.rules(code));
            return new Judged(
                    judgement,
                    judgement.verdict() == Verdict.RIGHT
                            ? ask(
                                    stores,
                                    account,
                                    judgement.challenge().orElseThrow().challenge(),
                                    client)
                            : Rule.MOVE_NOT_POSSIBLE.refused());
        });
        return challenges
                .verdict(judged.judgement())
                .then(proven -> judged.asked())
                .then(asked -> {
                    setup.events().happenedTo(asked.from(), Event.MOVE_ASKED, asked.address());
                    setup.events().happenedTo(asked.to(), Event.MOVE_ASKED, asked.address());
                    return Result.success(AskedMove.of(asked, account.id()));
                });
    }

    private Result<AddressMove> ask(Stores stores, Account account, Challenge proven, Client client) {
        Optional<Account> owner = stores.accounts().byEmail(proven.recipient());
        if (owner.isEmpty()) {
            return Rule.MOVE_NOT_POSSIBLE.refused();
        } else if (owner.get().id().equals(account.id())) {
            return Rule.EMAIL_ALREADY_YOURS.refused();
        }
        return ask(stores, account, proven, owner.get(), client);
    }

    private Result<AddressMove> ask(Stores stores, Account account, Challenge proven, Account owner, Client client) {
        Announcement announcement = sessions.announcement(
                Notice.Kind.MOVE_ASKED,
                proven.address().masked(),
                owner.preferences().language(),
                client);
        VerifiedEmail wanted = new VerifiedEmail(proven.address(), proven.recipient(), announcement.now());
        AddressMove move = AddressMove.asked(MoveId.random(setup.random()), wanted, owner.id(), account.id());
        return switch (stores.moves().ask(move, account, setup.limits().emailsPerAccount(), announcement)) {
            case ASKED -> Result.success(move);
            case ASKED_BEFORE -> Rule.MOVE_ASKED_BEFORE.refused();
            case NOT_POSSIBLE -> Rule.MOVE_NOT_POSSIBLE.refused();
            case NO_ROOM -> Rule.TOO_MANY_EMAILS.refused();
            case ACCOUNT_CHANGED -> Result.refused(new Refusal.SessionEnded());
        };
    }
}
