package dev.badgr;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.email.HmacKey;
import dev.badgr.openbadges.issue.Issuance;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.openbadges.issue.IssuerIdentity.Naming;
import dev.badgr.openbadges.issue.Subject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** Names recipients in credentials: of one award always by the same salt and id, and of two by others, so that nobody sees that they are one person's. */
record Recipients(HmacKey secret) {
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000000000000000L;

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

    /** Of version 8 (RFC 9562, 5.8). */
    private URI id(AwardId award) {
        ByteBuffer mac = ByteBuffer.wrap(secret.mac("credential-subject", award.text()));
        long high = (mac.getLong() & ~0xF000L) | VERSION_8;
        return URI.create("urn:uuid:" + new UUID(high, (mac.getLong() >>> 2) | VARIANT));
    }
}
