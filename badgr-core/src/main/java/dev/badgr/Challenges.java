package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.Challenge;
import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeHash;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.email.RecipientKey;
import dev.badgr.email.SendLog;
import dev.badgr.email.VerificationCode;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.SendBudget;
import dev.badgr.port.Event;
import dev.badgr.port.Guess;
import dev.badgr.port.Judgement;
import dev.badgr.port.Mail;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The steps that every proof of an address shares: ask, ask again, judge. */
final class Challenges {
    /**
     * What is to be proven, and by which mail.
     *
     * @param decoy whether no code will be right, because the address can't be used for this: the asker sees no difference,
     *     the mailbox gets the mail that says so
     * @param language of the mail; that of the client if it is empty
     * @param other the account that is to be merged into that one
     */
    record Question(
            Purpose purpose,
            EmailAddress address,
            Optional<AccountId> account,
            Optional<ExternalIdentity> identity,
            boolean decoy,
            Optional<Locale> language,
            Optional<AccountId> other) {
        /** In the language of whoever asks. */
        Question(
                Purpose purpose,
                EmailAddress address,
                Optional<AccountId> account,
                Optional<ExternalIdentity> identity,
                boolean decoy) {
            this(purpose, address, account, identity, decoy, Optional.empty(), Optional.empty());
        }

        /** In the language of the one who reads the mail, if it is known who that is. */
        Question readBy(Optional<Account> reader) {
            Optional<Locale> its = reader.map(known -> known.preferences().language());
            return new Question(purpose, address, account, identity, decoy, its, other);
        }

        /** About merging this account. */
        Question merging(Optional<AccountId> gone) {
            return new Question(purpose, address, account, identity, decoy, language, gone);
        }
    }

    /** A challenge and its code; not stored if it was blocked. */
    private record Issued(Challenge challenge, VerificationCode code, Optional<Instant> blockedUntil) {}

    private final Setup setup;
    private final Mails mails;

    Challenges(Setup setup) {
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
        CodeHash unguessable = VerificationCode.randomToken(setup.random())
                .hash(setup.secrets().codes(), id);
        Challenge proven = challenge(question, id, unguessable, now).in(Challenge.State.PROVEN);
        setup.stores()
                .challenges()
                .issue(bound(question, proven), List.of(), Optional.empty(), rules().forLinks(), now);
        return id;
    }

    /** The challenge under this id, if it is for this purpose and account and was not confirmed yet. */
    Result<BoundChallenge> unconfirmed(ChallengeId id, Purpose purpose, Optional<AccountId> account) {
        Optional<BoundChallenge> found = find(id, purpose, account);
        if (found.isEmpty()) {
            return unusable(Refusal.CodeUnusable.Reason.UNKNOWN);
        }
        return switch (found.get().challenge().state()) {
            case OPEN -> Result.success(found.get());
            case PROVEN, SPENT -> unusable(Refusal.CodeUnusable.Reason.USED);
            case REPLACED -> unusable(Refusal.CodeUnusable.Reason.REPLACED);
        };
    }

    /** The challenge under this id, if it is for this purpose and its proof still counts. */
    Result<BoundChallenge> proven(ChallengeId id, Purpose purpose) {
        return proven(id, purpose, Optional.empty());
    }

    /** The same, if it is for this account too. */
    Result<BoundChallenge> proven(ChallengeId id, Purpose purpose, Optional<AccountId> account) {
        Optional<BoundChallenge> found = find(id, purpose, account);
        if (found.isEmpty()) {
            return unusable(Refusal.CodeUnusable.Reason.UNKNOWN);
        }
        Challenge challenge = found.get().challenge();
        if (challenge.isProvenAt(setup.now(), rules())) {
            return Result.success(found.get());
        }
        return unusable(
                switch (challenge.state()) {
                    case OPEN -> Refusal.CodeUnusable.Reason.NOT_PROVEN;
                    case PROVEN -> Refusal.CodeUnusable.Reason.EXPIRED;
                    case SPENT -> Refusal.CodeUnusable.Reason.USED;
                    case REPLACED -> Refusal.CodeUnusable.Reason.REPLACED;
                });
    }

    /** Counts the attempt, judges it and uses the code up, in one step; what the right one has proven. */
    Result<BoundChallenge> confirm(
            ChallengeId id, Purpose purpose, Optional<AccountId> account, CodeForm form, Client client) {
        return Typed.parse(() -> VerificationCode.parse(form.code()), code -> {
            Judgement judgement =
                    setup.stores().challenges().judge(guess(id, purpose, account, code, client), rules(code));
            return verdict(judgement)
                    .then(proven -> Result.success(judgement.challenge().orElseThrow()));
        });
    }

    Guess guess(ChallengeId id, Purpose purpose, Optional<AccountId> account, VerificationCode code, Client client) {
        CodeHash hash = code.hash(setup.secrets().codes(), id);
        return new Guess(id, purpose, account, hash, setup.key(client), setup.now());
    }

    /** The rules by which a guess is judged: nobody guesses a link, so a spent budget of wrong guesses doesn't stop it. */
    CodeRules rules(VerificationCode guess) {
        return guess.isToken() ? rules().forLinks() : rules();
    }

    /** The challenge that a right guess has proven, or the refusal of another. */
    Result<Challenge> verdict(Judgement judgement) {
        Optional<Challenge> challenge = judgement.challenge().map(BoundChallenge::challenge);
        Event event = judgement.verdict() == Verdict.RIGHT ? Event.CODE_RIGHT : Event.CODE_REFUSED;
        setup.events()
                .happened(
                        event,
                        judgement.verdict(),
                        challenge.map(Challenge::address).map(Object::toString).orElse("-"));
        return switch (judgement.verdict()) {
            case RIGHT -> Result.success(challenge.orElseThrow());
            case WRONG ->
                Result.refused(new Refusal.WrongCode(
                        rules().attempts() - challenge.orElseThrow().attempts()));
            case EXPIRED -> unusable(Refusal.CodeUnusable.Reason.EXPIRED);
            case EXHAUSTED -> unusable(Refusal.CodeUnusable.Reason.EXHAUSTED);
            case USED -> unusable(Refusal.CodeUnusable.Reason.USED);
            case REPLACED -> unusable(Refusal.CodeUnusable.Reason.REPLACED);
            case UNKNOWN -> unusable(Refusal.CodeUnusable.Reason.UNKNOWN);
            case BUDGET_SPENT -> Result.refused(new Refusal.TryLater(setup.now().plus(rules().hour())));
        };
    }

    private Optional<BoundChallenge> find(ChallengeId id, Purpose purpose, Optional<AccountId> account) {
        Objects.requireNonNull(id, "challenge");
        return setup.stores()
                .challenges()
                .byId(id)
                .filter(found -> found.challenge().purpose() == purpose)
                .filter(found -> account.isEmpty() || found.account().equals(account));
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
        Challenge challenge = challenge(question, id, right.hash(setup.secrets().codes(), id), now);
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

    private CodeRules rules() {
        return setup.limits().codes();
    }

    private static <T> Result<T> unusable(Refusal.CodeUnusable.Reason reason) {
        return Result.refused(new Refusal.CodeUnusable(reason));
    }
}
