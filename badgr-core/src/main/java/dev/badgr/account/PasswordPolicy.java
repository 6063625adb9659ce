package dev.badgr.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.badgr.email.EmailAddress;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.Text;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which passwords are good enough: long, hard to guess, and without the person's own name or address. No composition
 * rules (NIST SP 800-63B-4, 3.1.1.2).
 *
 * @param minLength in code points: 15, or down to 8 for a host that asks for a second factor as well
 * @param minScore zxcvbn's least acceptable score, 0 to 4
 */
public record PasswordPolicy(int minLength, int minScore) {
    private static final int LEAST_LENGTH = 8;
    private static final int STRONG = 3;
    /** Estimating takes time that grows faster than the length; the first part decides. */
    private static final int RATED_CODE_POINTS = 100;
    /** A shorter name is a part of too many words ("Ana" in "banana"), so it counts only where it stands alone; one letter tells nothing. */
    private static final int LEAST_TELLING_PART = 4;

    /** Made when the first password is rated: its dictionaries take 15 MB. */
    private static final class Estimator {
        private static final Zxcvbn ZXCVBN = new Zxcvbn();
    }

    public PasswordPolicy {
        if (minLength < LEAST_LENGTH || minLength > Password.MAX) {
            throw new IllegalArgumentException("minLength: " + LEAST_LENGTH + " to " + Password.MAX);
        }
        if (minScore < STRONG || minScore > 4) {
            throw new IllegalArgumentException("minScore: " + STRONG + " to 4");
        }
    }

    /** At least 15 code points, rated 3 or better. */
    public static PasswordPolicy standard() {
        return new PasswordPolicy(15, STRONG);
    }

    /** At least 8 code points, for a host that asks for a second factor at every sign-in. */
    public static PasswordPolicy withSecondFactor() {
        return new PasswordPolicy(LEAST_LENGTH, STRONG);
    }

    /**
     * Refuses a password that is not good enough for this person.
     *
     * @throws InvalidValue for the field {@code password}: {@code password.too-short}, {@code password.personal} or
     *     {@code password.guessable}
     */
    public void require(Password password, Optional<PersonName> name, Collection<EmailAddress> addresses) {
        if (password.length() < minLength) {
            throw new InvalidValue("password", "password.too-short", Map.of("min", Integer.toString(minLength)));
        }
        List<String> personal = personalWords(name, addresses);
        String folded = fold(password.value());
        if (personal.stream().anyMatch(word -> contains(folded, word))) {
            throw new InvalidValue("password", "password.personal");
        }
        if (Estimator.ZXCVBN.measure(rated(password), personal).getScore() < minScore) {
            throw new InvalidValue("password", "password.guessable");
        }
    }

    private static List<String> personalWords(Optional<PersonName> name, Collection<EmailAddress> addresses) {
        Stream<String> names = name.stream().flatMap(n -> Stream.of(n.firstName(), n.lastName()));
        Stream<String> mailboxes = addresses.stream().flatMap(a -> Stream.of(a.text(), a.localPart()));
        return Stream.concat(names, mailboxes)
                .map(PasswordPolicy::fold)
                .filter(word -> Text.length(word) > 1)
                .toList();
    }

    private static boolean contains(String password, String word) {
        return Text.length(word) >= LEAST_TELLING_PART
                ? password.contains(word)
                : Pattern.compile("(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})")
                        .matcher(password)
                        .find();
    }

    /** In the form that passwords are in: names keep their full-width letters. */
    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static CharSequence rated(Password password) {
        String value = password.value();
        int end = value.offsetByCodePoints(0, Math.min(password.length(), RATED_CODE_POINTS));
        return value.substring(0, end);
    }
}
