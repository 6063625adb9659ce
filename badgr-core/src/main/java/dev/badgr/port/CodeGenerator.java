package dev.badgr.port;

import dev.badgr.email.VerificationCode;
import java.security.SecureRandom;

/** Makes the secrets that mails carry. Safe for use by many threads. */
public interface CodeGenerator {
    /** Six digits. */
    VerificationCode code();

    /** A token of 128 bits for a link. */
    VerificationCode token();

    /** The one for production: uniform and unpredictable. */
    static CodeGenerator secure(SecureRandom random) {
        return new CodeGenerator() {
            @Override
            public VerificationCode code() {
                return VerificationCode.random(random);
            }

            @Override
            public VerificationCode token() {
                return VerificationCode.randomToken(random);
            }
        };
    }
}
