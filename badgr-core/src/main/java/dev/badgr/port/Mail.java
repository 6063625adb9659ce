package dev.badgr.port;

import dev.badgr.email.EmailAddress;
import java.util.Locale;
import java.util.Map;

/**
 * A mail to send. A host sends {@code subject}, {@code text} and {@code html} as they are, or makes its own from {@code kind} and
 * {@code values}. {@code toString} shows no text: a code may be in it.
 *
 * @param kind what it is for
 * @param to whom; hand {@link EmailAddress#deliverable()} to the mail server
 * @param locale the language of the text
 * @param subject one line
 * @param text plain text
 * @param html the same as an HTML document, for the other part of {@code multipart/alternative}; both in UTF-8
 * @param values what the text mentions, by name, such as {@code code} or {@code link}
 * @param headers what to put into the mail's head besides, by name: how to unsubscribe, where that can be done (RFC 8058). The
 *     DKIM signature must cover them. Never in the mail of a code or about the safety of an account
 */
public record Mail(
        Kind kind,
        EmailAddress to,
        Locale locale,
        String subject,
        String text,
        String html,
        Map<String, String> values,
        Map<String, String> headers) {

    /** What a mail is for. */
    public enum Kind {
        /** A code or link to sign up with. */
        SIGN_UP_CODE,
        /** Somebody wants to sign up with an address that has an account. */
        SIGN_UP_HAS_ACCOUNT,
        /** A code or link to add an address with. */
        ADD_EMAIL_CODE,
        /** Somebody wants to add an address that is verified on an account. */
        ADD_EMAIL_TAKEN,
        /** A code or link to recover an account with. */
        RECOVERY_CODE,
        /** Somebody wants to recover an account that doesn't exist. */
        RECOVERY_NO_ACCOUNT,
        /** A code or link to move an address to another account with. */
        MOVE_CODE,
        /** Somebody wants to move an address that is on no account, or is the only one of its account. */
        MOVE_NOT_POSSIBLE,
        /** A code or link to merge an account into another with. */
        MERGE_CODE,
        /** Somebody wants to merge an account that doesn't exist. */
        MERGE_NO_ACCOUNT,
        /** A code or link to erase an account with. */
        ERASE_CODE,
        /** The account of this address was erased. */
        ACCOUNT_ERASED,
        /** A badge was awarded to an address that is verified on an account. */
        AWARDED_GO_TO_ACCOUNT,
        /** A badge was awarded to an address without an account. */
        AWARDED_CREATE_ACCOUNT,
        /** A badge of the person expires soon. */
        EXPIRING,
        /** Something about the safety of an account changed. */
        SECURITY
    }

    public Mail {
        values = Map.copyOf(values);
        headers = Map.copyOf(headers);
    }

    /** The same with these headers. */
    public Mail with(Map<String, String> others) {
        return new Mail(kind, to, locale, subject, text, html, values, others);
    }

    @Override
    public String toString() {
        return "Mail[" + kind + " to " + to + "]";
    }
}
