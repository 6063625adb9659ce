package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AddressMove;
import dev.badgr.award.Badge;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerificationCode;
import dev.badgr.port.Mail;
import dev.badgr.port.MailLayout;
import dev.badgr.port.Notice;
import dev.badgr.text.Messages;
import dev.badgr.text.Phrase;
import dev.badgr.text.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes mails. Nothing that a stranger could have typed is in the mail of a code. */
final class Mails {
    private final Setup setup;
    private final Site site;

    Mails(Setup setup) {
        this.setup = setup;
        this.site = setup.site();
    }

    /** What goes to the address that is to be proven: a code, or why there is none. */
    Mail code(Question question, ChallengeId challenge, VerificationCode code, Locale locale) {
        boolean decoy = question.decoy();
        Mail.Kind kind = switch (question.purpose()) {
            case SIGN_UP -> decoy ? Mail.Kind.SIGN_UP_HAS_ACCOUNT : Mail.Kind.SIGN_UP_CODE;
            case ADD_EMAIL -> decoy ? Mail.Kind.ADD_EMAIL_TAKEN : Mail.Kind.ADD_EMAIL_CODE;
            case RECOVERY -> decoy ? Mail.Kind.RECOVERY_NO_ACCOUNT : Mail.Kind.RECOVERY_CODE;
            case MOVE -> decoy ? Mail.Kind.MOVE_NOT_POSSIBLE : Mail.Kind.MOVE_CODE;
            case MERGE -> decoy ? Mail.Kind.MERGE_NO_ACCOUNT : Mail.Kind.MERGE_CODE;
            case ERASE -> Mail.Kind.ERASE_CODE;
        };
        return decoy
                // For its owner, with whom somebody wants something that it can't be used for.
                ? mail(kind, question.address(), words(locale, ZoneOffset.UTC), Map.of())
                : code(kind, question.address(), locale, challenge, code);
    }

    private Mail code(Mail.Kind kind, EmailAddress to, Locale locale, ChallengeId challenge, VerificationCode code) {
        Map<String, String> values = new HashMap<>();
        values.put("site", site.name());
        values.put("minutes", Long.toString(setup.limits().codes().validFor().toMinutes()));
        if (code.isToken()) {
            values.put("link", site.confirmLink(challenge, code).toString());
        } else {
            values.put("code", code.value());
        }
        String key = key(kind) + (code.isToken() ? "-link" : "");
        Words words = words(locale, ZoneOffset.UTC);
        return mail(kind, to, words, key, words.phrase(key + ".text"), values);
    }

    /** @param account that of its recipient, if there is one */
    Mail awarded(Notice notice, Badge badge, Optional<Account> account) {
        Mail.Kind kind = account.isPresent() ? Mail.Kind.AWARDED_GO_TO_ACCOUNT : Mail.Kind.AWARDED_CREATE_ACCOUNT;
        Map<String, String> values =
                Map.of("badge", badge.name(), "issuer", badge.issuer().name());
        return mail(kind, notice.to(), words(notice, account), values);
    }

    Mail expiring(Notice notice, Badge badge, Instant end, Account account) {
        Map<String, String> values =
                Map.of("badge", badge.name(), "issuer", badge.issuer().name(), "until", end.toString());
        return mail(Mail.Kind.EXPIRING, notice.to(), words(notice, Optional.of(account)), values);
    }

    /** Somebody wants an address on another account, or no longer. */
    private Mail moving(Notice notice, Words words) {
        Instant until = notice.createdAt().plus(AddressMove.TIME_TO_OBJECT);
        Map<String, String> values = Map.of("detail", notice.detail(), "until", until.toString());
        return mail(Mail.Kind.valueOf(notice.kind().name()), notice.to(), words, values);
    }

    /** What happened to an account. */
    Mail told(Notice notice, Optional<Account> account) {
        Words words = words(notice, account);
        return switch (notice.kind()) {
            case ACCOUNT_ERASED ->
                mail(Mail.Kind.ACCOUNT_ERASED, notice.to(), words, Map.of("receipt", notice.detail()));
            case ACCOUNT_DISABLED -> mail(Mail.Kind.ACCOUNT_DISABLED, notice.to(), words, Map.of());
            case ACCOUNT_RESTORED -> mail(Mail.Kind.ACCOUNT_RESTORED, notice.to(), words, Map.of());
            case MOVE_ASKED, MOVE_ENDED -> moving(notice, words);
            default -> security(notice, words);
        };
    }

    private Mail security(Notice notice, Words words) {
        Phrase what =
                words.phrase("mail.security." + Messages.dashed(notice.kind().name()));
        Map<String, String> values = withPages(
                Map.of("detail", notice.detail(), "at", notice.createdAt().toString()));
        values.put("what", what.plain(values));
        // What happened is itself a text with gaps, filled together with the one around it.
        Phrase text = words.phrase("mail.security.text");
        Phrase whole = text.with(text.template().replace("{what}", what.template()));
        return mail(Mail.Kind.SECURITY, notice.to(), words, "mail.security", whole, values);
    }

    private Mail mail(Mail.Kind kind, EmailAddress to, Words words, Map<String, String> values) {
        return mail(kind, to, words, key(kind), words.phrase(key(kind) + ".text"), withPages(values));
    }

    private Mail mail(
            Mail.Kind kind, EmailAddress to, Words words, String key, Phrase phrase, Map<String, String> values) {
        String subject = words.text(key + ".subject", values);
        Letter letter = new Letter(phrase, words.phrase("mail.link"), values);
        MailLayout.Body body = new MailLayout.Body(
                kind, phrase.locale().stripExtensions(), phrase.isRightToLeft(), subject, letter.html());
        String page = setup.mailLayout().page(body);
        return new Mail(kind, to, body.locale(), subject, letter.text(), page, values, Map.of());
    }

    private Map<String, String> withPages(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("site", site.name());
        all.put("signUp", site.signUp().toString());
        all.put("backpack", site.backpack().toString());
        return all;
    }

    /** In the language that the reader wants now, rather than that of then. */
    private Words words(Notice notice, Optional<Account> account) {
        return account.map(Account::preferences)
                .map(reader -> words(reader.language(), reader.zone()))
                .orElseGet(() -> words(notice.locale(), ZoneOffset.UTC));
    }

    private Words words(Locale locale, ZoneId zone) {
        return Words.of(locale, zone, setup.messages());
    }

    private static String key(Mail.Kind kind) {
        return "mail." + Messages.dashed(kind.name());
    }
}
