package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.terms.TermsVersion;
import java.util.Optional;

/**
 * Somebody signed in.
 *
 * @param account who
 * @param session for the host to keep
 * @param consentDue Terms to ask for before going on, if newer ones are in effect
 */
public record SignedIn(Account account, Session session, Optional<TermsVersion> consentDue)
        implements IdentityOutcome {}
