package dev.badgr;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.email.HmacKey;
import dev.badgr.openbadges.issue.Issuance;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.openbadges.issue.IssuerIdentity.Naming;
import dev.badgr.openbadges.issue.Subject;
import dev.badgr.text.Uuids;
import java.net.URI;
import java.util.Optional;

/** Names recipients in credentials: of one award always by the same salt and id, and of two by others, so that nobody sees that they are one person's. */
record Recipients(HmacKey secret) {
    Issuance issuance(IssuerIdentity issuer, Badge badge, Award award, Optional<URI> subject) {
        URI id = subject.orElseGet(() -> id(award.id()));
        return new Issuance(
                issuer,
                badge,
                award,
                issuer.naming() == Naming.PLAIN
                        ? Subject.plain(award.address(), id)
                        : Subject.hashed(award.address(), salt(award.id()), id));
    }

    private String salt(AwardId award) {
        return secret.macText("credential-salt", award.text());
    }

    private URI id(AwardId award) {
        return URI.create("urn:uuid:" + Uuids.ofHash(secret.mac("credential-subject", award.text())));
    }
}
