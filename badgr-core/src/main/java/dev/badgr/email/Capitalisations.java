package dev.badgr.email;

import java.util.List;
import java.util.stream.Stream;

/**
 * The ways in which people commonly write an address in great and small letters, all of one mailbox. Only A to Z change: so
 * each has the {@link EmailKey} of the address.
 */
public final class Capitalisations {
    /** Between two words of a name. */
    private static final String BETWEEN_WORDS = "._-+'";

    private Capitalisations() {}

    /** At most 49, each once: as typed, in lower case, {@code First.Last@School.edu}, {@code FLast@school.EDU} and such. */
    public static List<String> of(EmailAddress address) {
        List<String> domains = domains(address);
        return locals(address.localPart())
                .flatMap(local -> domains.stream().map(domain -> local + "@" + domain))
                .distinct()
                .toList();
    }

    private static Stream<String> locals(String typed) {
        String lower = EmailAddress.asciiLowerCase(typed);
        return Stream.of(
                typed,
                lower,
                upper(lower),
                capital(lower, 1),
                capital(lower, 2),
                words(lower, BETWEEN_WORDS),
                words(lower, "."));
    }

    private static List<String> domains(EmailAddress address) {
        String typed = address.text().substring(address.text().lastIndexOf('@') + 1);
        String lower = EmailAddress.asciiLowerCase(typed);
        String ascii = address.asciiDomain();
        int name = lower.indexOf('.');
        return Stream.of(
                        typed,
                        lower,
                        ascii,
                        upper(lower),
                        capital(lower, 1),
                        words(lower, ".-"),
                        capital(lower, Math.max(name, 0)))
                .distinct()
                .toList();
    }

    /** The first letters great. */
    private static String capital(String lower, int letters) {
        int end = Math.min(letters, lower.length());
        return upper(lower.substring(0, end)) + lower.substring(end);
    }

    /** The first letter of each word great. */
    private static String words(String lower, String between) {
        StringBuilder words = new StringBuilder(lower.length());
        boolean begins = true;
        for (int i = 0; i < lower.length(); i++) {
            String letter = lower.substring(i, i + 1);
            words.append(begins ? upper(letter) : letter);
            begins = between.contains(letter);
        }
        return words.toString();
    }

    private static String upper(String lower) {
        StringBuilder upper = new StringBuilder(lower.length());
        lower.chars().forEach(c -> upper.append((char) (c >= 'a' && c <= 'z' ? c - 32 : c)));
        return upper.toString();
    }
}
