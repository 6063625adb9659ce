package dev.badgr;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.StatusSlot;
import dev.badgr.openbadges.issue.AchievementCredentials;
import dev.badgr.openbadges.issue.Assertions;
import dev.badgr.openbadges.issue.Issuance;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.openbadges.issue.ServedDocument;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Awards as Open Badges, for the issuers that the host is ({@link BadgrBuilder#issuer}): signed credentials for the recipient to take
 * along, and the documents that the host serves to whoever verifies them. Revoking or readdressing an award shows in all documents at once.
 * Safe for use by many threads.
 *
 * <p>A credential says the same each time. It is the recipient's: hand it to nobody else.
 */
public final class Credentials {
    private final Setup setup;
    private final Recipients recipients;
    private final Documents documents;

    Credentials(Setup setup) {
        this.setup = setup;
        this.recipients = new Recipients(setup.secrets());
        this.documents = new Documents(setup, recipients);
    }

    /**
     * What the host serves at a URL below an issuer's {@link IssuerIdentity#site()}, to everybody and without a sign-in: the issuer, its
     * keys and its DID document, its badges, hosted assertions (Open Badges 2.0), and all lists of what was taken back.
     *
     * @param location the URL that was asked for, without a query
     * @return the document with its media type and HTTP status; refused with {@link Refusal.NotFound}: answer with 404
     */
    public Result<ServedDocument> document(URI location) {
        Objects.requireNonNull(location, "location");
        return documents
                .at(location)
                .<Result<ServedDocument>>map(Result::success)
                .orElseGet(() -> Result.refused(new Refusal.NotFound("document")));
    }

    /**
     * An award as a signed badge of Open Badges 2.0.
     *
     * @return a JSON Web Signature in its compact form; refused with {@link Refusal.NotFound} if there is no such award, and with
     *     {@link Refusal.NotPossible} if the host is not its issuer, or it was revoked or readdressed
     */
    public Result<String> signedAssertion(AwardId award) {
        return issuance(award, Optional.empty()).then(issuance -> Result.success(Assertions.signed(issuance)));
    }

    /**
     * An award as a credential of Open Badges 3.0, as a signed token (VC-JWT).
     *
     * @param subject who the recipient is, such as her DID; empty for a name that says nothing about her
     * @return a JSON Web Signature in its compact form; refused as by {@link #signedAssertion}
     */
    public Result<String> token(AwardId award, Optional<URI> subject) {
        return credential(award, subject, AchievementCredentials::jwt);
    }

    /**
     * An award as a credential of Open Badges 3.0, as JSON with an embedded proof (eddsa-rdfc-2022), made now.
     *
     * @param subject as for {@link #token}
     * @return JSON in UTF-8, of the media type {@code application/vc+ld+json}; refused as by {@link #signedAssertion}
     * @throws IllegalStateException if the issuer's key is no Ed25519 key, or the optional JSON-LD libraries are not there
     */
    public Result<Bytes> embedded(AwardId award, Optional<URI> subject) {
        return credential(
                award, subject, (issuance, slot) -> AchievementCredentials.embedded(issuance, slot, setup.now()));
    }

    private <T> Result<T> credential(
            AwardId award, Optional<URI> subject, BiFunction<Issuance, StatusSlot, T> written) {
        return issuance(award, subject).then(issuance -> {
            StatusSlot slot = setup.stores()
                    .statuses()
                    .slot(issuance.award().id(), issuance.badge().id().issuer());
            return Result.success(written.apply(issuance, slot));
        });
    }

    private Result<Issuance> issuance(AwardId id, Optional<URI> subject) {
        Objects.requireNonNull(id, "award");
        Objects.requireNonNull(subject, "subject");
        Optional<Award> found = setup.award(setup.stores(), id);
        if (found.isEmpty()) {
            return Result.refused(new Refusal.NotFound("award"));
        }
        Award award = found.get();
        Optional<IssuerIdentity> issuer = documents.issuer(award.badge().issuer());
        if (issuer.isEmpty()) {
            return Rule.NOT_THE_ISSUER.refused();
        }
        Optional<Badge> badge = setup.stores().badges().byId(award.badge());
        return award.isLive() && badge.isPresent()
                ? Result.success(recipients.issuance(issuer.get(), badge.get(), award, subject))
                : Rule.AWARD_GONE.refused();
    }
}
