package dev.badgr.examples.walkthrough;

import dev.badgr.award.AwardPolicy;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.email.EmailAddress;
import dev.badgr.openbadges.issue.CredentialSigner;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.openbadges.issue.IssuerSite;
import java.util.Optional;

/** Who awards, and what. */
final class Catalog {
    static final Issuer PORTAL = Issuer.of("plp", "Riverside PLP", "https://plp.example");
    static final Issuer SCHOOL = Issuer.of("northside", "Northside School", "https://northside.example");
    static final Issuer LIBRARY = Issuer.of("city-library", "City Library", "https://library.example");

    static final Badge DETECTIVE = badge(
            SCHOOL,
            "data-detective",
            "Data Detective",
            "Found out what a table of numbers hides.",
            "A report to the class.");
    static final Badge DEBATER = badge(
            SCHOOL, "fair-debater", "Fair Debater", "Argued for the side she does not hold.", "A debate of an hour.");
    static final Badge HELPER =
            badge(SCHOOL, "helping-hand", "Helping Hand", "Tutored another pupil for a term.", "Twelve lessons.");
    static final Badge BOOKWORM =
            badge(LIBRARY, "bookworm", "Bookworm", "Read ten books and told about them.", "Ten reviews.");
    static final Badge FRACTIONS =
            badge(PORTAL, "fractions", "Fractions Completed", "Completed the course on fractions.", "All exercises.");

    private Catalog() {}

    /** The portal lets its own badges and the school's in; all others wait for the person's yes. */
    static AwardPolicy policy() {
        return AwardPolicy.trustedIssuers(PORTAL.id(), SCHOOL.id());
    }

    /** The school as an issuer that signs: with an address, as Open Badges ask of it, and pages for those who verify. */
    static IssuerIdentity school(CredentialSigner signer) {
        Issuer school = new Issuer(
                SCHOOL.id(), SCHOOL.name(), SCHOOL.url(), Optional.of(EmailAddress.parse("badges@northside.example")));
        return IssuerIdentity.of(school, IssuerSite.at("https://northside.example/badges"), signer);
    }

    private static Badge badge(Issuer issuer, String id, String name, String description, String criteria) {
        return Badge.of(issuer, id, name, description, criteria, issuer.url() + "/badges/" + id + ".png");
    }
}
