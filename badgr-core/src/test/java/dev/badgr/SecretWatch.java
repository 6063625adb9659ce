package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Password;
import dev.badgr.account.PasswordHash;
import dev.badgr.award.IdentityHash;
import dev.badgr.backpack.ShareToken;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeHash;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.EmailKey;
import dev.badgr.email.UnsubscribeToken;
import dev.badgr.email.VerificationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows the secrets of a journey, and finds them in text. */
record SecretWatch(List<Secret> secrets) {
    /**
     * One of them.
     *
     * @param pattern finds it where it stands by itself: six digits of a longer number are no code
     */
    record Secret(String kind, Pattern pattern) {
        static Secret of(String kind, String text) {
            String alone = kind.equals("code") ? "(?<![0-9A-Za-z])" + text + "(?![0-9A-Za-z])" : Pattern.quote(text);
            return new Secret(kind, Pattern.compile(alone, Pattern.CASE_INSENSITIVE));
        }
    }

    static SecretWatch of(SecretJourney journey) {
        List<Secret> secrets = new ArrayList<>();
        journey.watched.all().forEach(value -> collect(value, secrets));
        SecretJourney.CODES.forEach(code -> secrets.add(Secret.of("code", code)));
        secrets.add(Secret.of("code", SecretJourney.WRONG_CODE));
        secrets.add(Secret.of("code", SecretJourney.TYPO));
        secrets.add(Secret.of("token", SecretJourney.TOKEN));
        secrets.add(Secret.of("subject", SecretJourney.SOCIAL.subject()));
        for (String password :
                List.of(SecretJourney.PASSWORD, SecretJourney.NEXT_PASSWORD, SecretJourney.WRONG_PASSWORD)) {
            secrets.add(Secret.of("password", password));
        }
        for (String address :
                List.of(SecretJourney.MIA, SecretJourney.HOME, SecretJourney.LEO, SecretJourney.ISSUER_DESK)) {
            secrets.add(Secret.of("address", address));
            secrets.add(Secret.of("address", EmailAddress.parse(address).deliverable()));
        }
        secrets.add(Secret.of("key", SecretJourney.CODES_KEY));
        secrets.add(Secret.of("key", SecretJourney.RECIPIENTS_KEY));
        secrets.add(Secret.of("key", SecretJourney.FORMER_KEY));
        return new SecretWatch(secrets);
    }

    Set<String> kinds() {
        return secrets.stream().map(Secret::kind).collect(Collectors.toSet());
    }

    List<String> found(String text) {
        return secrets.stream()
                .filter(secret -> secret.pattern().matcher(text).find())
                .map(secret -> secret.kind() + " " + secret.pattern())
                .toList();
    }

    void requireNone(String where, String text) {
        assertThat(found(text)).as("%s: %s", where, text).isEmpty();
    }

    private static void collect(Object value, List<Secret> secrets) {
        if (value instanceof VerificationCode code) {
            secrets.add(Secret.of(code.isToken() ? "token" : "code", code.value()));
        } else if (value instanceof Password password) {
            secrets.add(Secret.of("password", password.value()));
        } else if (value instanceof PasswordHash hash) {
            secrets.add(Secret.of("hash", hash.phc()));
        } else if (value instanceof CodeHash hash) {
            secrets.add(Secret.of("hash", hash.value()));
        } else if (value instanceof ShareToken token) {
            secrets.add(Secret.of("token", token.value()));
        } else if (value instanceof UnsubscribeToken token) {
            secrets.add(Secret.of("token", token.value()));
        } else if (value instanceof IdentityHash hash) {
            secrets.add(Secret.of("hash", hash.digest()));
        } else if (value instanceof ChallengeId id) {
            secrets.add(Secret.of("challenge", id.text()));
        } else if (value instanceof EmailAddress address) {
            secrets.add(Secret.of("address", address.text()));
        } else if (value instanceof EmailKey key) {
            secrets.add(Secret.of("address", key.value()));
        }
    }
}
