package dev.badgr.examples.walkthrough;

import dev.badgr.Client;
import dev.badgr.OidcClaims;
import dev.badgr.TrustedIssuers;
import dev.badgr.account.ExternalIdentity;

/**
 * Who plays in this run. Each run has people with addresses of their own, so that the limits on mails to an address and from
 * a client, which outlive a run, never stop the next one.
 *
 * @param run 1 for the first
 */
record Cast(int run) {
    static final String UNIVERSITY = "https://id.university.example";
    static final String SCHOOL_LOGIN = "https://login.northside.example";
    static final String ELSEWHERE = "https://social.example";
    static final String PASSWORD = "seven otters juggle lemons";
    static final String NEW_PASSWORD = "eleven herons borrow umbrellas";

    String mia() {
        return "mia" + number() + "@mail.example";
    }

    String school() {
        return "m.hart" + number() + "@northside.example";
    }

    String mistyped() {
        return "mai" + number() + "@mail.example";
    }

    String ben() {
        return "ben" + number() + "@mail.example";
    }

    String team() {
        return "team" + number() + "@northside.example";
    }

    String zoe() {
        return "zoe" + number() + "@university.example";
    }

    String ana() {
        return "ana" + number() + "@mail.example";
    }

    String anasSchool() {
        return "a.lemos" + number() + "@northside.example";
    }

    String anasOld() {
        return "lemos" + number() + "@oldmail.example";
    }

    String nobody() {
        return "nobody" + number() + "@mail.example";
    }

    /** Whose word about which addresses the portal takes. */
    static TrustedIssuers trusted() {
        return TrustedIssuers.none().with(UNIVERSITY, "university.example").with(SCHOOL_LOGIN, "northside.example");
    }

    /** What the portal's OpenID Connect client has validated. */
    OidcClaims claims(String issuer, String email) {
        return new OidcClaims(new ExternalIdentity(issuer, "subject-of-" + email), email, true);
    }

    /** A client as the portal tells it apart: by network. */
    Client client(int number) {
        String network = "2001:db8:%x:%x::1".formatted(run & 0xffff, number);
        return Client.of(network).withEvidence(network + ", walkthrough");
    }

    private String number() {
        return run == 1 ? "" : Integer.toString(run);
    }
}
