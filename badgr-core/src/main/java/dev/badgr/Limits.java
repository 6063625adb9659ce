package dev.badgr;

import dev.badgr.account.PasswordPolicy;
import dev.badgr.account.SignInRules;
import dev.badgr.email.CodeRules;
import java.time.Duration;
import java.util.Objects;

/**
 * Every number, in one place. Each part says how far it can be relaxed.
 *
 * @param codes codes and challenges
 * @param passwords what a good password is
 * @param signIns guessing of passwords
 * @param emailsPerAccount how many verified addresses an account may have; 1 to 10
 * @param nonAsciiLocalParts whether addresses such as {@code josé@school.edu} are taken (RFC 6531): only if the host's mail
 *     server can deliver to them
 * @param noticeBeforeExpiry how long before a badge expires its owner is told, if it was issued earlier than that; a day to a
 *     year
 * @param retention how long is kept what has served its purpose
 * @param imports which badges from elsewhere are let in, and when they are verified again
 */
public record Limits(
        CodeRules codes,
        PasswordPolicy passwords,
        SignInRules signIns,
        int emailsPerAccount,
        boolean nonAsciiLocalParts,
        Duration noticeBeforeExpiry,
        RetentionRules retention,
        ImportRules imports) {
    public Limits {
        Objects.requireNonNull(codes, "codes");
        Objects.requireNonNull(passwords, "passwords");
        Objects.requireNonNull(signIns, "signIns");
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(imports, "imports");
        if (codes.wrongPerAddress() > 50) {
            throw new IllegalArgumentException("codes.wrongPerAddress: 1 to 50");
        }
        if (emailsPerAccount < 1 || emailsPerAccount > 10) {
            throw new IllegalArgumentException("emailsPerAccount: 1 to 10");
        }
        if (noticeBeforeExpiry.compareTo(Duration.ofDays(1)) < 0
                || noticeBeforeExpiry.compareTo(Duration.ofDays(366)) > 0) {
            throw new IllegalArgumentException("noticeBeforeExpiry: 1 to 366 days");
        }
    }

    /** The defaults. */
    public static Limits standard() {
        return new Limits(
                CodeRules.standard(),
                PasswordPolicy.standard(),
                SignInRules.standard(),
                10,
                false,
                Duration.ofDays(30),
                RetentionRules.standard(),
                ImportRules.standard());
    }

    /** The same with other rules for codes. */
    public Limits with(CodeRules other) {
        return new Limits(
                other,
                passwords,
                signIns,
                emailsPerAccount,
                nonAsciiLocalParts,
                noticeBeforeExpiry,
                retention,
                imports);
    }

    /** The same with another policy for passwords. */
    public Limits with(PasswordPolicy other) {
        return new Limits(
                codes, other, signIns, emailsPerAccount, nonAsciiLocalParts, noticeBeforeExpiry, retention, imports);
    }

    /** The same with other rules for signing in. */
    public Limits with(SignInRules other) {
        return new Limits(
                codes, passwords, other, emailsPerAccount, nonAsciiLocalParts, noticeBeforeExpiry, retention, imports);
    }

    /** The same with another time at which owners are told that a badge expires. */
    public Limits withNoticeBeforeExpiry(Duration other) {
        return new Limits(codes, passwords, signIns, emailsPerAccount, nonAsciiLocalParts, other, retention, imports);
    }

    /** The same with another span of keeping what has served its purpose. */
    public Limits with(RetentionRules other) {
        return new Limits(
                codes, passwords, signIns, emailsPerAccount, nonAsciiLocalParts, noticeBeforeExpiry, other, imports);
    }

    /** The same with other rules for badges from elsewhere. */
    public Limits with(ImportRules other) {
        return new Limits(
                codes, passwords, signIns, emailsPerAccount, nonAsciiLocalParts, noticeBeforeExpiry, retention, other);
    }
}
