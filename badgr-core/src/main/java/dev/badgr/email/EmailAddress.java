package dev.badgr.email;

import com.sanctionco.jmail.Email;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.Text;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address in the spelling that the person typed: an addr-spec (RFC 5321, RFC 6531) without display name,
 * comment, quoted local part or address literal, at most 64 octets before the {@code @} and 254 in all.
 *
 * <p>Two spellings of one mailbox are different addresses with the same {@link #key()}; compare keys, not addresses.
 * Immutable.
 *
 * @param text the address as typed, in NFC; never {@code null}
 */
public record EmailAddress(String text) {
    private static final int LOCAL_OCTETS = 64;
    private static final int OCTETS = 254;
    private static final String FIELD = "email";
    /** What makes an atom something else (RFC 5322, 3.2.3), but for the dot and the one {@code @}. */
    private static final String SPECIALS = "()<>[]:;,\\\" ";

    private static final EmailValidator GRAMMAR = JMail.strictValidator()
            .disallowQuotedIdentifiers()
            .disallowExplicitSourceRouting()
            .disallowObsoleteWhitespace()
            .disallowIpDomain()
            .requireTopLevelDomain();

    /** @throws InvalidValue if the text is not such an address */
    public EmailAddress {
        requireAddress(text);
    }

    /**
     * Reads what a person typed.
     *
     * @param raw may be {@code null}, which is refused like an empty field; surrounding blanks are dropped
     * @throws InvalidValue for the field {@code email}, naming the rule
     */
    public static EmailAddress parse(@Nullable String raw) {
        return new EmailAddress(Text.line(FIELD, raw, OCTETS));
    }

    /** The part before the {@code @}, as typed. */
    public String localPart() {
        return text.substring(0, text.lastIndexOf('@'));
    }

    /** The domain in its ASCII form (IDNA A-labels), lower case. */
    public String asciiDomain() {
        String domain = text.substring(text.lastIndexOf('@') + 1);
        // One that is ASCII has passed toAscii() as it is, but for its case.
        return domain.chars().allMatch(c -> c < 128) ? asciiLowerCase(domain) : toAscii(domain);
    }

    /** The one key of this mailbox. */
    public EmailKey key() {
        return EmailKey.of(this);
    }

    /**
     * The form to hand to a mail server: the local part as typed, the domain in ASCII. A mailer must use this one, so
     * that the mailbox that gets the code is the one whose {@link #key()} it proves.
     */
    public String deliverable() {
        return localPart() + "@" + asciiDomain();
    }

    /** Whether the local part has characters outside ASCII, which many mail servers can't take (RFC 6531). */
    public boolean hasNonAsciiLocalPart() {
        return localPart().chars().anyMatch(c -> c > 127);
    }

    /** For logs and hints: the first character and the domain, such as {@code j•••@school.edu}. */
    public String masked() {
        int first = text.codePointAt(0);
        return Character.toString(first) + "•••@" + asciiDomain();
    }

    /** Masked, so that no log or message shows an address by accident; {@link #text()} has it in full. */
    @Override
    public String toString() {
        return masked();
    }

    private static void requireAddress(String text) {
        Text.requireClean(FIELD, text, false);
        if (octets(text) > OCTETS) {
            throw tooLong();
        }
        if (octets(text.substring(0, Math.max(text.lastIndexOf('@'), 0))) > LOCAL_OCTETS) {
            throw new InvalidValue(FIELD, "email.local-too-long", Map.of("max", Integer.toString(LOCAL_OCTETS)));
        }
        Email parsed = GRAMMAR.tryParse(text).orElseThrow(() -> new InvalidValue(FIELD, "email.format"));
        // jmail also reads display names, comments and quoted local parts; an address here is an atom, "@" and a
        // domain.
        if (!text.equals(parsed.localPart() + "@" + parsed.domain())
                || text.chars().anyMatch(c -> SPECIALS.indexOf(c) >= 0)
                || !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw new InvalidValue(FIELD, "email.format");
        }
        // What a mail server gets differs from what was typed: A-labels are longer, and digits of other scripts become
        // ASCII.
        String deliverable = parsed.localPart() + "@" + toAscii(parsed.domain());
        if (octets(deliverable) > OCTETS) {
            throw tooLong();
        }
        if (!deliverable.equals(text) && !GRAMMAR.isValid(deliverable)) {
            throw new InvalidValue(FIELD, "email.format");
        }
    }

    private static InvalidValue tooLong() {
        return new InvalidValue(FIELD, "too-long", Map.of("max", Integer.toString(OCTETS)));
    }

    private static String toAscii(String domain) {
        if (domain.codePoints().anyMatch(EmailAddress::isDeviation)) {
            throw new InvalidValue(FIELD, "email.domain-ambiguous");
        }
        try {
            String ascii = asciiLowerCase(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES));
            if (ascii.isEmpty() || ascii.endsWith(".")) {
                throw new InvalidValue(FIELD, "email.format");
            }
            return ascii;
        } catch (IllegalArgumentException e) {
            throw new InvalidValue(FIELD, "email.format");
        }
    }

    /**
     * The four characters that IDNA 2003 maps away and IDNA 2008 keeps (UTS 46, section 2.3): a domain with one of them
     * is two different domains, depending on who looks it up.
     */
    private static boolean isDeviation(int c) {
        return c == 'ß' || c == 'ς' || c == 0x200C || c == 0x200D;
    }

    /** Lower-cases A to Z and nothing else, whatever the JVM's locale. */
    static String asciiLowerCase(String text) {
        char[] lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) {
            lower[i] = (char) (lower[i] >= 'A' && lower[i] <= 'Z' ? lower[i] + 32 : lower[i]);
        }
        return new String(lower);
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
