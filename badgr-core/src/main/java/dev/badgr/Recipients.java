package dev.badgr;

import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.email.HmacKey;
import dev.badgr.email.RecipientKey;
import dev.badgr.openbadges.issue.Issuance;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.openbadges.issue.IssuerIdentity.Naming;
import dev.badgr.openbadges.issue.Subject;
import dev.badgr.text.Uuids;
import java.net.URI;
import java.util.Optional;

/** Names recipients in credentials: of one award always by the same salt and id, and of two by others, so that nobody sees that they are one person's. */
record Recipients(SecretsInUse secrets) {
    Issuance issuance(IssuerIdentity issuer, Badge badge, Award award, Optional<URI> subject) {
        URI id = subject.orElseGet(() -> id(award));
        return new Issuance(
                issuer,
                badge,
                award,
                issuer.naming() == Naming.PLAIN
                        ? Subject.plain(award.address(), id)
                        : Subject.hashed(
                                award.address(),
                                secret(award)
                                        .macText("credential-salt", award.id().text()),
                                id));
    }

    private URI id(Award award) {
        byte[] hash = secret(award).mac("credential-subject", award.id().text());
        return URI.create("urn:uuid:" + Uuids.ofHash(hash));
    }

    /** The one that the award's id was made with: a document from before says what it said, if its secret is still there. */
    private HmacKey secret(Award award) {
        return secrets.withFormer().stream()
                .filter(key -> RecipientKey.of(award.address().key(), key)
                        .equals(award.id().recipient()))
                .findFirst()
                .orElseGet(secrets::recipients);
    }
}
