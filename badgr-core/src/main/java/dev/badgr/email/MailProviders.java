package dev.badgr.email;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The domains at which anybody can have an address. An address there stays with its person; one at any other domain is taken
 * to be an organisation's, and may be gone when she leaves it.
 *
 * @param domains as lower-case A-labels; those below one belong to it
 */
public record MailProviders(Set<String> domains) {
    private static final MailProviders STANDARD = new MailProviders(Set.of(
            "126.com",
            "163.com",
            "aol.com",
            "bol.com.br",
            "daum.net",
            "fastmail.com",
            "free.fr",
            "freenet.de",
            "gmail.com",
            "gmx.at",
            "gmx.ch",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "googlemail.com",
            "hey.com",
            "hotmail.co.uk",
            "hotmail.com",
            "hotmail.de",
            "hotmail.es",
            "hotmail.fr",
            "hotmail.it",
            "icloud.com",
            "laposte.net",
            "libero.it",
            "live.com",
            "mac.com",
            "mail.com",
            "mail.ru",
            "mailbox.org",
            "me.com",
            "msn.com",
            "naver.com",
            "orange.fr",
            "outlook.com",
            "outlook.de",
            "outlook.es",
            "outlook.fr",
            "pm.me",
            "posteo.de",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "rediffmail.com",
            "rocketmail.com",
            "seznam.cz",
            "sina.com",
            "t-online.de",
            "tuta.com",
            "tutanota.com",
            "uol.com.br",
            "web.de",
            "wp.pl",
            "yahoo.ca",
            "yahoo.co.in",
            "yahoo.co.jp",
            "yahoo.co.uk",
            "yahoo.com",
            "yahoo.com.br",
            "yahoo.com.mx",
            "yahoo.de",
            "yahoo.es",
            "yahoo.fr",
            "yahoo.it",
            "yandex.com",
            "yandex.ru",
            "ymail.com",
            "zoho.com"));

    public MailProviders {
        domains = Set.copyOf(domains);
    }

    /** The best known ones. */
    public static MailProviders standard() {
        return STANDARD;
    }

    /**
     * With some more.
     *
     * @throws dev.badgr.text.InvalidValue if one can't be the domain of an address
     */
    public MailProviders with(String... more) {
        Stream<String> added = Arrays.stream(more)
                .map(domain -> EmailAddress.parse("x@" + domain).asciiDomain());
        return new MailProviders(Stream.concat(domains.stream(), added).collect(Collectors.toSet()));
    }

    /** Whether anybody can have an address there. */
    public boolean isPublic(String asciiDomain) {
        return domains.stream().anyMatch(domain -> isWithin(domain, asciiDomain));
    }

    /**
     * The domain of the one organisation to which all these addresses belong: each is at this domain or below it, and it is
     * no provider's. Empty if they have no such domain in common, or there are none.
     */
    public Optional<String> organisation(Collection<EmailAddress> addresses) {
        Set<String> all = addresses.stream().map(EmailAddress::asciiDomain).collect(Collectors.toSet());
        return all.stream()
                .min(Comparator.comparingInt(String::length))
                .filter(top -> all.stream().allMatch(domain -> isWithin(top, domain)))
                .filter(top -> !isPublic(top));
    }

    private static boolean isWithin(String top, String domain) {
        return domain.equals(top) || domain.endsWith("." + top);
    }
}
