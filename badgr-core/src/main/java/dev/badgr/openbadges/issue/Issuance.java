package dev.badgr.openbadges.issue;

import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import java.util.Objects;

/**
 * What a document about an award is made of.
 *
 * @param issuer who issues it
 * @param badge what was earned
 * @param award by whom, and when
 * @param subject how the document names its recipient
 */
public record Issuance(IssuerIdentity issuer, Badge badge, Award award, Subject subject) {
    /** @throws IllegalArgumentException if they don't belong together: nobody signs for another issuer */
    public Issuance {
        if (!badge.issuer().id().equals(issuer.issuer().id())) {
            throw new IllegalArgumentException("badge: of another issuer");
        } else if (!award.badge().equals(badge.id())) {
            throw new IllegalArgumentException("award: of another badge");
        } else if (!award.address().equals(subject.address())) {
            throw new IllegalArgumentException("subject: of another address");
        }
        Objects.requireNonNull(subject, "subject");
    }
}
