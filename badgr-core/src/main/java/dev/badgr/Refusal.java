package dev.badgr;

import dev.badgr.backpack.Explanation;
import dev.badgr.openbadges.Report;
import dev.badgr.terms.TermsVersion;
import dev.badgr.text.Messages;
import dev.badgr.text.Violation;
import dev.badgr.text.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why something was not done: the field that it concerns, and a sentence for the person that says what to do next. One
 * catalogue for all verbs, so that a host shows refusals in one place.
 */
public sealed interface Refusal {
    /** The form field that it concerns, such as {@code code}. */
    String field();

    /** The key of its text, under {@code refusal.} in {@link Messages}. */
    default String key() {
        return Messages.dashed(getClass().getSimpleName());
    }

    /** What the text mentions; a time as ISO 8601. */
    default Map<String, String> values() {
        return Map.of();
    }

    /**
     * The sentence that a person reads. Holds no secret and nothing that the person typed.
     *
     * @param words such as {@link Badgr#words}
     */
    default String message(Words words) {
        return words.text("refusal." + key(), values());
    }

    /** The same in badgr's own words, with times in UTC. */
    default String message(Locale locale) {
        return message(Words.of(locale));
    }

    /**
     * What was typed breaks rules.
     *
     * @param violations each with its field; at least one
     */
    record InvalidInput(List<Violation> violations) implements Refusal {
        public InvalidInput {
            violations = List.copyOf(violations);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("violations: at least one");
            }
        }

        @Override
        public String field() {
            return violations.get(0).field();
        }

        @Override
        public String message(Words words) {
            return violations.stream().map(v -> v.message(words)).collect(Collectors.joining(" "));
        }
    }

    /**
     * The code is not the one that was sent.
     *
     * @param attemptsLeft how many guesses it still takes
     */
    record WrongCode(int attemptsLeft) implements Refusal {
        @Override
        public String field() {
            return "code";
        }

        @Override
        public String key() {
            return attemptsLeft > 0 ? "wrong-code" : "wrong-code-last";
        }

        @Override
        public Map<String, String> values() {
            return Map.of("left", Integer.toString(attemptsLeft));
        }
    }

    /** No code will do for this challenge. */
    record CodeUnusable(Reason reason) implements Refusal {
        /** Why none will do. */
        public enum Reason {
            /** It was sent too long ago. */
            EXPIRED,
            /** All its guesses were wrong. */
            EXHAUSTED,
            /** It was confirmed before. */
            USED,
            /** A newer one was sent. */
            REPLACED,
            /** There is none such here. */
            UNKNOWN,
            /** It was not confirmed yet. */
            NOT_PROVEN
        }

        @Override
        public String field() {
            return "code";
        }

        @Override
        public String key() {
            return "code." + Messages.dashed(reason.name());
        }
    }

    /**
     * Too often, or too many at once.
     *
     * @param at from when on it can be tried again
     */
    record TryLater(Instant at) implements Refusal {
        @Override
        public String field() {
            return "email";
        }

        @Override
        public Map<String, String> values() {
            // Rounded up: who comes back then is never too early.
            Instant second = at.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
            return Map.of("at", second.toString());
        }
    }

    /** The mail server did not take the mail. */
    record MailNotSent() implements Refusal {
        @Override
        public String field() {
            return "email";
        }
    }

    /** Address and password don't belong together. The same whether there is such an account or not. */
    record SignInRefused() implements Refusal {
        @Override
        public String field() {
            return "password";
        }
    }

    /** Too many wrong passwords in a row: it must be recovered by mail. The same whether there is such an account or not. */
    record PasswordDisabled() implements Refusal {
        @Override
        public String field() {
            return "password";
        }
    }

    /** The host's staff has closed the account. Told only to who has proven to be its person. */
    record AccountDisabled() implements Refusal {
        @Override
        public String field() {
            return "account";
        }
    }

    /** The account has changed since the person signed in, or is gone: the session has ended. */
    record SessionEnded() implements Refusal {
        @Override
        public String field() {
            return "session";
        }
    }

    /** This change needs a sign-in a few minutes ago at most. */
    record SignInTooOld() implements Refusal {
        @Override
        public String field() {
            return "session";
        }
    }

    /**
     * The Terms agreed to are not the current ones.
     *
     * @param current what to ask the person to agree to
     */
    record TermsChanged(TermsVersion current) implements Refusal {
        @Override
        public String field() {
            return "terms";
        }

        @Override
        public Map<String, String> values() {
            return Map.of("version", current.version(), "url", current.url().toString());
        }
    }

    /** A rule of the domain stands against it. */
    record NotPossible(Rule rule) implements Refusal {
        @Override
        public String field() {
            return rule.field();
        }

        @Override
        public String key() {
            return Messages.dashed(rule.name());
        }
    }

    /**
     * The host's policy refuses the award.
     *
     * @param reason the policy's words
     */
    record PolicyRefused(String reason) implements Refusal {
        @Override
        public String field() {
            return "award";
        }

        @Override
        public Map<String, String> values() {
            return Map.of("reason", reason);
        }
    }

    /**
     * The badge is not in a state in which that can be done.
     *
     * @param explanation where it is instead
     */
    record NotThere(Explanation explanation) implements Refusal {
        @Override
        public String field() {
            return "award";
        }

        @Override
        public String message(Words words) {
            return explanation.message(words);
        }
    }

    /**
     * A badge from elsewhere was not let in.
     *
     * @param obstacle why
     * @param report what was found, a line for each check
     * @param address if it was issued to another address: that one, masked
     */
    record NotImported(Obstacle obstacle, Report report, Optional<String> address) implements Refusal {
        /** Why it was not let in. */
        public enum Obstacle {
            /** The URL could not be fetched. */
            NOT_FETCHED,
            /** It is no badge, or larger than a badge may be. */
            UNREADABLE,
            /** Its issuer took it back. */
            REVOKED,
            /** It counts no more. */
            EXPIRED,
            /** Something else is wrong with it. */
            INVALID,
            /** Something could not be decided. */
            UNDECIDED,
            /** Nothing proves that it was issued. */
            UNPROVEN,
            /** Whoever signed it may not be the issuer that it names. */
            ISSUER_UNBOUND,
            /** It was issued before 1970 or after 9999. */
            OUT_OF_TIME,
            /** It was issued to an address that this account has not verified. */
            OTHER_ADDRESS,
            /** It was issued to none of this account's addresses, and does not say in clear to which. */
            NOT_YOURS
        }

        public NotImported {
            Objects.requireNonNull(obstacle, "obstacle");
            Objects.requireNonNull(report, "report");
            Objects.requireNonNull(address, "address");
        }

        @Override
        public String field() {
            return "file";
        }

        @Override
        public String key() {
            return "not-imported." + Messages.dashed(obstacle.name());
        }

        @Override
        public Map<String, String> values() {
            return address.map(masked -> Map.of("address", masked)).orElse(Map.of());
        }
    }

    /**
     * There is none such.
     *
     * @param field what was looked for, such as {@code badge}
     */
    record NotFound(String field) implements Refusal {
        @Override
        public String key() {
            return "not-found." + field;
        }
    }
}
