package dev.badgr.openbadges.issue;

import dev.badgr.award.AwardId;
import dev.badgr.award.BadgeId;
import dev.badgr.award.IssuerId;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a host serves the documents about its badges: all below one base, so that one controller can answer for them. The URLs are
 * the names of what they lead to, and others keep them: never change the base.
 *
 * @param base an https URL that ends in {@code /}, of letters, digits and {@code . _ ~ -}
 */
public record IssuerSite(URI base) {
    private static final int LONGEST = 500;
    /** Of the signs that a {@code did:web} has without escapes. */
    private static final Pattern FORM =
            Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]{1,5})?/([A-Za-z0-9._~-]*[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*");

    public IssuerSite {
        String text = base.toString();
        if (text.length() > LONGEST || !FORM.matcher(text).matches() || base.getHost() == null) {
            throw new IllegalArgumentException("base: an https URL that ends in /, of letters, digits and . _ ~ -");
        }
        base = URI.create(text.replace(base.getHost(), base.getHost().toLowerCase(Locale.ROOT)));
    }

    /** A site below this URL, such as {@code https://plp.example/badges}. */
    public static IssuerSite at(String base) {
        return new IssuerSite(URI.create(base.endsWith("/") ? base : base + "/"));
    }

    /** The 2.0 profile of an issuer. */
    public URI issuer(IssuerId issuer) {
        return at("issuers/", issuer.value(), "");
    }

    /** The 3.0 profile of an issuer. */
    public URI profile(IssuerId issuer) {
        return at("issuers/", issuer.value(), "/profile");
    }

    /** The DID document of an issuer, where the {@code did:web} leads that is below. */
    public URI didDocument(IssuerId issuer) {
        return at("issuers/", issuer.value(), "/did.json");
    }

    /** The DID of an issuer (did:web Method Specification, 3.2). */
    public String did(IssuerId issuer) {
        String port = base.getPort() < 0 ? "" : "%3A" + base.getPort();
        return "did:web:" + base.getHost() + port + (base.getRawPath() + "issuers/" + issuer.value()).replace('/', ':');
    }

    /** A key of an issuer (2.0, CryptographicKey). */
    public URI key(IssuerId issuer, String name) {
        return at("issuers/", issuer.value(), "/keys/" + name);
    }

    /** The assertions that an issuer took back (2.0, RevocationList). */
    public URI revocationList(IssuerId issuer) {
        return at("issuers/", issuer.value(), "/revocations");
    }

    /** The credentials that an issuer took back (1EdTech Revocation List Status Method). */
    public URI credentialRevocations(IssuerId issuer) {
        return at("issuers/", issuer.value(), "/credential-revocations");
    }

    /** One of an issuer's lists of statuses (W3C Bitstring Status List 1.0). */
    public URI statusList(IssuerId issuer, int list) {
        return at("issuers/", issuer.value(), "/status/" + list);
    }

    /** The 2.0 badge class. */
    public URI badgeClass(BadgeId badge) {
        return at("badges/", badge.toString(), "");
    }

    /** The 3.0 achievement. */
    public URI achievement(BadgeId badge) {
        return at("achievements/", badge.toString(), "");
    }

    /** The 2.0 assertion of an award. */
    public URI assertion(AwardId award) {
        return at("assertions/", award.text(), "");
    }

    /** The 3.0 credential of an award. */
    public URI credential(AwardId award) {
        return at("credentials/", award.text(), "");
    }

    private URI at(String folder, String name, String rest) {
        return URI.create(base + folder + name + rest);
    }
}
