package dev.badgr.examples.walkthrough;

import dev.badgr.CodeForm;
import dev.badgr.CodeSent;
import dev.badgr.Result;
import dev.badgr.email.ChallengeId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The page that asks for the code in a mail, where one can also ask for another mail. */
final class CodePage {
    /** What the script does on this page, and by which rule it is refused; empty if it is not. */
    enum Move {
        WRONG("wrong-code"),
        MALFORMED("code.format"),
        RESEND_AT_ONCE("try-later"),
        RESEND_AFTER_A_MINUTE(""),
        CODE_OF_FIRST_MAIL("wrong-code"),
        RIGHT("");

        private final String rule;

        Move(String rule) {
            this.rule = rule;
        }
    }

    private static final String LABEL = "Code from the mail";
    private static final String RESEND = "resend";

    private final Stage stage;
    private final String address;
    private final Function<ChallengeId, Result<CodeSent>> resend;
    private String firstCode = "";
    private ChallengeId challenge;

    CodePage(Stage stage, String address, CodeSent sent, Function<ChallengeId, Result<CodeSent>> resend) {
        this.stage = stage;
        this.address = address;
        this.resend = resend;
        this.challenge = sent.challenge();
        stage.story().reads("A code is on its way to " + sent.sentTo() + ".");
        stage.showMail();
    }

    /** The challenge of the latest mail. */
    ChallengeId challenge() {
        return challenge;
    }

    /** Asks until the code is right. */
    <T> T until(BiFunction<ChallengeId, CodeForm, Result<T>> confirm, Move... script) {
        if (stage.prompt().isTyped()) {
            return untilTyped(confirm);
        }
        firstCode = stage.mails().codeTo(address);
        Deque<Move> moves = new ArrayDeque<>(List.of(script));
        while (moves.size() > 1) {
            play(moves.pop(), confirm);
        }
        return stage.done(confirm.apply(challenge, new CodeForm(answer(moves.element()))));
    }

    private <T> void play(Move move, BiFunction<ChallengeId, CodeForm, Result<T>> confirm) {
        if (move == Move.RESEND_AFTER_A_MINUTE) {
            stage.aMinuteLater();
            stage.tell("A minute later:");
        }
        String answer = answer(move);
        Result<?> result =
                answer.equals(RESEND) ? again(resend.apply(challenge)) : confirm.apply(challenge, new CodeForm(answer));
        if (move.rule.isEmpty()) {
            stage.done(result);
        } else {
            stage.refused(move.rule, result);
        }
    }

    private String answer(Move move) {
        String code = stage.mails().codeTo(address);
        return stage.prompt()
                .answer(
                        LABEL,
                        switch (move) {
                            case WRONG -> wrong(code);
                            case MALFORMED -> code.substring(1);
                            case RESEND_AT_ONCE, RESEND_AFTER_A_MINUTE -> RESEND;
                            case CODE_OF_FIRST_MAIL -> firstCode;
                            case RIGHT -> code;
                        });
    }

    private <T> T untilTyped(BiFunction<ChallengeId, CodeForm, Result<T>> confirm) {
        while (true) {
            String typed = stage.prompt().answer(LABEL + " (or resend)", "");
            if (typed.strip().equals(RESEND)) {
                if (again(resend.apply(challenge)) instanceof Result.Refused<CodeSent> refused) {
                    stage.refusedTyped(refused.refusal());
                }
                continue;
            }
            Result<T> result = confirm.apply(challenge, new CodeForm(typed));
            if (result instanceof Result.Success<T> success) {
                return success.value();
            }
            stage.refusedTyped(((Result.Refused<T>) result).refusal());
        }
    }

    private Result<CodeSent> again(Result<CodeSent> result) {
        if (result instanceof Result.Success<CodeSent> success) {
            challenge = success.value().challenge();
            stage.showMail();
        }
        return result;
    }

    /** Another code: the last digit is turned by one. */
    static String wrong(String code) {
        int last = Character.digit(code.charAt(5), 10);
        return code.substring(0, 5) + (last + 1) % 10;
    }
}
