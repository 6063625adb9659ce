package dev.badgr;

import dev.badgr.account.AddressMove;
import dev.badgr.award.Badge;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerificationCode;
import dev.badgr.port.Mail;
import dev.badgr.port.Notice;
import dev.badgr.text.Messages;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Writes mails. Nothing that a stranger could have typed is in the mail of a code. */
final class Mails {
    private final Site site;
    private final long minutes;

    Mails(Setup setup) {
        this.site = setup.site();
        this.minutes = setup.limits().codes().validFor().toMinutes();
    }

    /** What goes to the address that is to be proven: a code, or why there is none. */
    Mail code(Challenges.Question question, ChallengeId challenge, VerificationCode code, Locale locale) {
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
                ? mail(kind, "", question.address(), locale, Map.of())
                : code(kind, question.address(), locale, challenge, code);
    }

    private Mail code(Mail.Kind kind, EmailAddress to, Locale locale, ChallengeId challenge, VerificationCode code) {
        return code.isToken()
                ? mail(
                        kind,
                        "-link",
                        to,
                        locale,
                        Map.of("link", site.confirmLink(challenge, code).toString()))
                : mail(kind, "", to, locale, Map.of("code", code.value()));
    }

    Mail awarded(Notice notice, Badge badge, boolean hasAccount) {
        Mail.Kind kind = hasAccount ? Mail.Kind.AWARDED_GO_TO_ACCOUNT : Mail.Kind.AWARDED_CREATE_ACCOUNT;
        Map<String, String> values =
                Map.of("badge", badge.name(), "issuer", badge.issuer().name());
        return mail(kind, "", notice.to(), notice.locale(), values);
    }

    /** Somebody wants an address on another account, or no longer. */
    Mail moving(Notice notice) {
        Instant until = notice.createdAt().plus(AddressMove.TIME_TO_OBJECT);
        Map<String, String> values = Map.of("detail", notice.detail(), "until", until.toString());
        return mail(Mail.Kind.valueOf(notice.kind().name()), "", notice.to(), notice.locale(), values);
    }

    Mail security(Notice notice) {
        String what = Messages.text(
                "mail.security." + Messages.dashed(notice.kind().name()),
                notice.locale(),
                Map.of("detail", notice.detail()));
        return mail(Mail.Kind.SECURITY, "", notice.to(), notice.locale(), Map.of("what", what));
    }

    private Mail mail(Mail.Kind kind, String form, EmailAddress to, Locale locale, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("site", site.name());
        all.put("minutes", Long.toString(minutes));
        all.put("signUp", site.signUp().toString());
        all.put("backpack", site.backpack().toString());
        String key = "mail." + Messages.dashed(kind.name()) + form;
        String subject = Messages.text(key + ".subject", locale, all);
        String text = Messages.text(key + ".text", locale, all);
        return new Mail(kind, to, locale, subject, text, all);
    }
}
