package dev.badgr.port;

import dev.badgr.account.Password;

/**
 * Knows passwords that are in attackers' lists (NIST SP 800-63B-4, 3.1.1.2); the host brings a list or a service. Safe for
 * use by many threads.
 */
@FunctionalInterface
public interface CompromisedPasswords {
    /** Whether the password is known to attackers. */
    boolean contains(Password password);

    /** Knows none: the strength estimate, which refuses common passwords, is then all there is. */
    static CompromisedPasswords none() {
        return password -> false;
    }
}
