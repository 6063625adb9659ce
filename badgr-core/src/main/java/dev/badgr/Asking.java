package dev.badgr;

import dev.badgr.account.AccountId;
import dev.badgr.email.Challenge;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeHash;
import dev.badgr.email.CodeRules;
import dev.badgr.email.Purpose;
import dev.badgr.email.RecipientKey;
import dev.badgr.email.SendLog;
import dev.badgr.email.VerificationCode;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.SendBudget;
import dev.badgr.port.Event;
import dev.badgr.port.Mail;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Mails codes, as often as the budgets allow, and stores the challenges that they are the answers to. */
final class Asking {
    /** A challenge and its code; not stored if it was blocked. */
    private record Issued(Challenge challenge, VerificationCode code, Optional<Instant> blockedUntil) {}

    private final Setup setup;
    private final Mails mails;

    Asking(Setup setup) {
        this.setup = setup;
        this.mails = new Mails(setup);
    }

    Result<CodeSent> ask(Question question, Client client) {
        return ask(question, Optional.empty(), budgets(question, client), client);
    }

    /** Another code in place of the one before; whether the address can be used is looked at afresh. */
    Result<CodeSent> askAgain(Question question, ChallengeId replaces, Client client) {
        return ask(question, Optional.of(replaces), List.of(addressBudget(question)), client);
    }

    /** A proof without a code: the issuer of a social account vouches for the address. */
    ChallengeId vouched(Question question) {
        Instant now = setup.now();
        ChallengeId id = ChallengeId.random(setup.random());
        CodeHash unguessable = setup.secrets().codes().sign(VerificationCode.randomToken(setup.random()), id);
        Challenge proven = challenge(question, id, unguessable, now).in(Challenge.State.PROVEN);
        setup.stores()
                .challenges()
                .issue(bound(question, proven), List.of(), Optional.empty(), rules().forLinks(), now);
        return id;
    }

    private Result<CodeSent> ask(
            Question question, Optional<ChallengeId> replaces, List<SendBudget> budgets, Client client) {
        Objects.requireNonNull(client, "client");
        boolean attacked = setup.stores().challenges().isUnderAttack(rules(), setup.now());
        Issued issued = issue(question, replaces, budgets, attacked);
        if (issued.blockedUntil().isPresent() && !attacked && question.purpose() == Purpose.RECOVERY) {
            // Whoever has spent the address's budget of wrong codes must not keep its owner out: a link can't be
            // guessed.
            issued = issue(question, replaces, budgets, true);
        }
        if (issued.blockedUntil().isPresent()) {
            setup.events().happened(Event.SEND_REFUSED, question.purpose(), question.address());
            return Result.refused(new Refusal.TryLater(issued.blockedUntil().get()));
        }
        Mail mail = mails.code(
                question,
                issued.challenge().id(),
                issued.code(),
                question.language().orElse(client.locale()));
        return send(question, issued.challenge(), mail);
    }

    private Issued issue(Question question, Optional<ChallengeId> replaces, List<SendBudget> budgets, boolean asLink) {
        Instant now = setup.now();
        ChallengeId id = ChallengeId.random(setup.random());
        VerificationCode code = asLink ? setup.codes().token() : setup.codes().code();
        VerificationCode right = question.decoy() ? VerificationCode.randomToken(setup.random()) : code;
        Challenge challenge = challenge(question, id, setup.secrets().codes().sign(right, id), now);
        Optional<Instant> blockedUntil =
                setup.stores().challenges().issue(bound(question, challenge), budgets, replaces, rules(code), now);
        return new Issued(challenge, code, blockedUntil);
    }

    private Result<CodeSent> send(Question question, Challenge challenge, Mail mail) {
        try {
            setup.mailer().send(mail);
        } catch (RuntimeException e) {
            // Only the kind of failure: a mailer's message may quote the mail.
            setup.events()
                    .happened(
                            Event.MAIL_FAILED,
                            mail.kind(),
                            mail.to(),
                            e.getClass().getName());
            return Result.refused(new Refusal.MailNotSent());
        }
        setup.events().happened(Event.CODE_SENT, question.purpose(), question.address());
        Instant resendAt = new SendLog(List.of(challenge.createdAt()))
                .blockedUntil(rules().sendsPerAddress(), challenge.createdAt())
                .orElse(challenge.createdAt());
        return Result.success(
                new CodeSent(challenge.id(), question.address().masked(), challenge.expiresAt(), resendAt));
    }

    private Challenge challenge(Question question, ChallengeId id, CodeHash hash, Instant now) {
        return new Challenge(
                id,
                question.purpose(),
                question.address(),
                setup.recipient(question.address()),
                hash,
                now,
                now.plus(rules().validFor()),
                0,
                Challenge.State.OPEN);
    }

    private static BoundChallenge bound(Question question, Challenge challenge) {
        return new BoundChallenge(challenge, question.account(), question.identity(), question.other());
    }

    /** Strangers are counted by client, people who are signed in by account. */
    private List<SendBudget> budgets(Question question, Client client) {
        SendBudget byAddress = addressBudget(question);
        return switch (question.purpose()) {
            case SIGN_UP, RECOVERY ->
                List.of(byAddress, clientBudget("begin:" + setup.key(client).value()));
            case ADD_EMAIL, MOVE, MERGE, ERASE ->
                List.of(byAddress, clientBudget(bucket(question.account().orElseThrow())));
        };
    }

    /** What is sent on behalf of an account that is signed in to is counted here. */
    static String bucket(AccountId account) {
        return "add:" + account;
    }

    private SendBudget addressBudget(Question question) {
        RecipientKey recipient = setup.recipient(question.address());
        return new SendBudget("send:" + recipient.value(), rules().sendsPerAddress());
    }

    private SendBudget clientBudget(String bucket) {
        return new SendBudget(bucket, rules().signUpsPerClient());
    }

    /** The rules by which a guess is judged: nobody guesses a link, so a spent budget of wrong guesses doesn't stop it. */
    CodeRules rules(VerificationCode code) {
        return code.isToken() ? rules().forLinks() : rules();
    }

    private CodeRules rules() {
        return setup.limits().codes();
    }
}
