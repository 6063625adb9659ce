package dev.badgr;

import dev.badgr.port.Mail;
import dev.badgr.port.MailLayout;
import dev.badgr.port.Misconfigured;
import dev.badgr.text.MessageOverrides;
import dev.badgr.text.Messages;
import dev.badgr.text.Phrase;
import dev.badgr.text.Words;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Looks at a host's own words before anybody gets them: a mail without its code would lock people out. */
final class HostWords {
    private static final String MARK = "314159";

    private HostWords() {}

    /** @throws Misconfigured naming the key and the language */
    static void require(MessageOverrides overrides) {
        for (Locale language : Messages.languages()) {
            for (String key : Messages.keys()) {
                overrides.text(key, language).ifPresent(text -> require(key, Words.of(language), text));
            }
        }
    }

    /** @throws Misconfigured if the page leaves out what the mail says */
    static void require(MailLayout layout) {
        var body = new MailLayout.Body(Mail.Kind.SIGN_UP_CODE, Locale.ENGLISH, false, "Code", "<p>" + MARK + "</p>");
        if (!layout.page(body).contains(MARK)) {
            throw new Misconfigured("mailLayout(..): the page must hold the body's html; the code is in it.");
        }
    }

    private static void require(String key, Words words, String text) {
        Phrase own = words.phrase(key);
        Phrase theirs = own.with(text);
        if (!theirs.keepsSecretOf(own)) {
            throw wrong(key, own, "must keep its placeholder for the code or link");
        }
        Set<String> unknown = new HashSet<>(theirs.gaps());
        unknown.removeAll(allowed(key, words));
        if (!unknown.isEmpty()) {
            throw wrong(key, own, "has placeholders that are not filled there: " + unknown);
        }
        if (text.isBlank() || (key.endsWith(".subject") && text.lines().count() > 1)) {
            throw wrong(key, own, "must not be empty, and a subject has one line");
        }
    }

    private static Set<String> allowed(String key, Words words) {
        Set<String> allowed = new HashSet<>(words.phrase(key).gaps());
        if (key.startsWith("mail.") && !key.equals("mail.link")) {
            allowed.add("site");
            if (!key.matches("mail\\..*-code(-link)?\\..*")) {
                allowed.addAll(Set.of("signUp", "backpack"));
            }
        }
        if (key.startsWith("mail.security.")) {
            allowed.addAll(Set.of("detail", "at"));
        }
        return allowed;
    }

    private static Misconfigured wrong(String key, Phrase own, String what) {
        return new Misconfigured("messages(..): " + key + " in " + own.locale() + " " + what + ".");
    }
}
