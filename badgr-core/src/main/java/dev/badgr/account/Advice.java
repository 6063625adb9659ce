package dev.badgr.account;

import dev.badgr.email.EmailAddress;
import dev.badgr.email.MailProviders;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.text.Messages;
import dev.badgr.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a person should do lest she loses her account one day. An account is recovered by mail to a verified address, so it needs
 * one that she keeps when she leaves her school.
 */
public sealed interface Advice {
    /**
     * Add an address of your own: all that are verified belong to one organisation.
     *
     * @param domain the organisation's, as A-labels
     */
    record PersonalAddress(String domain) implements Advice {
        @Override
        public Map<String, String> values() {
            return Map.of("domain", domain);
        }
    }

    /** Add another address: only one is verified. */
    record AnotherAddress() implements Advice {}

    /**
     * Set a password or link another social account: one social account is the only way in.
     *
     * @param issuer whose social account
     */
    record AnotherWayIn(String issuer) implements Advice {
        @Override
        public Map<String, String> values() {
            return Map.of("issuer", issuer);
        }
    }

    /** All that there is to say to an account as it is, or as it would be; empty if it can't easily be lost. */
    static List<Advice> to(Account account, MailProviders providers) {
        List<EmailAddress> addresses =
                account.emails().stream().map(VerifiedEmail::address).toList();
        List<Advice> all = new ArrayList<>();
        Optional<String> organisation = providers.organisation(addresses);
        if (organisation.isPresent()) {
            all.add(new PersonalAddress(organisation.get()));
        } else if (addresses.size() == 1) {
            all.add(new AnotherAddress());
        }
        if (account.password().isEmpty() && account.identities().size() == 1) {
            all.add(new AnotherWayIn(account.identities().get(0).issuer()));
        }
        return List.copyOf(all);
    }

    /** The key of its text, under {@code advice.} in {@link Messages}. */
    default String key() {
        return Messages.dashed(getClass().getSimpleName());
    }

    /** What the text mentions. */
    default Map<String, String> values() {
        return Map.of();
    }

    /**
     * The sentence that a person reads.
     *
     * @param words such as {@code Badgr.words} gives
     */
    default String message(Words words) {
        return words.text("advice." + key(), values());
    }

    /** The same in badgr's own words. */
    default String message(Locale locale) {
        return message(Words.of(locale));
    }
}
