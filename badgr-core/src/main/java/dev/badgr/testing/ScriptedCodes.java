package dev.badgr.testing;

import dev.badgr.email.VerificationCode;
import dev.badgr.port.CodeGenerator;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Hands out codes that the test knows, in order. Safe for use by many threads. */
public final class ScriptedCodes implements CodeGenerator {
    private final Deque<VerificationCode> codes;
    private final Deque<VerificationCode> tokens;

    private ScriptedCodes(List<VerificationCode> script) {
        this.codes =
                new ArrayDeque<>(script.stream().filter(code -> !code.isToken()).toList());
        this.tokens = new ArrayDeque<>(
                script.stream().filter(VerificationCode::isToken).toList());
    }

    /**
     * These codes and tokens, each kind in this order.
     *
     * @param script six digits, or 22 characters of base64url
     */
    public static ScriptedCodes of(String... script) {
        return new ScriptedCodes(
                Arrays.stream(script).map(VerificationCode::new).toList());
    }

    /** @throws IllegalStateException if all were handed out */
    @Override
    public synchronized VerificationCode code() {
        return next(codes, "code of six digits");
    }

    /** @throws IllegalStateException if all were handed out */
    @Override
    public synchronized VerificationCode token() {
        return next(tokens, "token of 22 characters");
    }

    private static VerificationCode next(Deque<VerificationCode> left, String kind) {
        if (left.isEmpty()) {
            throw new IllegalStateException("no " + kind + " is left: give ScriptedCodes.of(..) one for each mail");
        }
        return left.pop();
    }
}
