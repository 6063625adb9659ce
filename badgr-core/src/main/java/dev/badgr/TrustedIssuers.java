package dev.badgr;

import dev.badgr.email.EmailAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose word about an address counts as its proof: an issuer that is authoritative for the address's domain, or trusted for
 * all. An issuer that isn't listed vouches for nothing, however true its {@code email_verified} says.
 *
 * @param domains the domains of each issuer, as A-labels; {@code *} for all
 */
public record TrustedIssuers(Map<String, Set<String>> domains) {
    private static final String ALL = "*";

    public TrustedIssuers {
        domains = Map.copyOf(domains);
    }

    /** None: every address is proven by a code. */
    public static TrustedIssuers none() {
        return new TrustedIssuers(Map.of());
    }

    /** With one more, such as {@code with("https://accounts.google.com", "gmail.com")}. */
    public TrustedIssuers with(String issuer, String... itsDomains) {
        Set<String> lower = Set.of(itsDomains).stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        Map<String, Set<String>> more = new HashMap<>(domains);
        more.put(issuer, lower);
        return new TrustedIssuers(more);
    }

    /** With one more that is trusted for every address. */
    public TrustedIssuers withAllDomains(String issuer) {
        return with(issuer, ALL);
    }

    boolean vouches(String issuer, EmailAddress address) {
        Set<String> its = domains.getOrDefault(issuer, Set.of());
        return its.contains(ALL) || its.contains(address.asciiDomain());
    }
}
