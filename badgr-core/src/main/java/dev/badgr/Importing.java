package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.Evidence;
import dev.badgr.award.NewAward;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.CredentialForm;
import dev.badgr.openbadges.CredentialKey;
import dev.badgr.openbadges.Verdict;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.Event;
import dev.badgr.port.Import;
import dev.badgr.port.ImportStore.Wanted;
import dev.badgr.text.Bytes;
import dev.badgr.text.Excerpt;
import dev.badgr.text.Links;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A badge from elsewhere that is let in, on its way to the storage.
 *
 * @param owner whose it is
 * @param email the address that it was issued to
 * @param credential what it says
 * @param received as it came
 * @param source where it was fetched
 * @param verifiedAt when its verification began
 * @param verdict what that came to
 */
record Importing(
        Account owner,
        VerifiedEmail email,
        Credential credential,
        Bytes received,
        Optional<URI> source,
        Instant verifiedAt,
        Verdict verdict) {
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int LONG = 4000;
    private static final int MOST_EVIDENCE = 20;

    /** Whether its times can be kept. */
    boolean isInTime() {
        return isInTime(credential.issuedOn());
    }

    /** What to store; refused with {@link Refusal.PolicyRefused}. */
    Result<Wanted> wanted(Setup setup, Client client) {
        UUID name = Import.name(CredentialKey.of(credential));
        ImportedBadge shown = new ImportedBadge(credential);
        AwardId id = AwardId.ofExternalKey(email.recipient(), shown.issuer().id(), name.toString(), issuedOn());
        Badge badge = shown.badge(setup.site().pictureOf(id));
        NewAward asked = new NewAward(
                badge,
                email.address(),
                Optional.of(new NewAward.ExternalKey(name.toString(), issuedOn())),
                credential.narrative().flatMap(text -> Excerpt.lines(text, LONG)),
                evidence());
        AwardDecision decision = setup.policy().decide(asked, Optional.of(owner));
        if (decision instanceof AwardDecision.Refuse refuse) {
            return Result.refused(new Refusal.PolicyRefused(refuse.reason()));
        }
        Award award = Award.of(asked, id, issuedOn(), accepted(decision)).expiring(expires());
        ImportRules rules = setup.limits().imports();
        AuditRecord record = setup.record(Event.BADGE_IMPORTED, badge.name(), client);
        return Result.success(
                new Wanted(owner.id(), badge, award, copy(setup, name, id), rules.mostPerAddress(), record));
    }

    private Import copy(Setup setup, UUID name, AwardId id) {
        Instant due = verifiedAt.plus(setup.limits().imports().recheckAfter());
        return new Import(
                name,
                id,
                issuedOn(),
                CredentialForm.of(received.toArray()),
                source,
                received,
                Pictures.of(credential, received),
                setup.now(),
                new Import.Checked(verifiedAt, verdict, Optional.of(due), 0));
    }

    /** She brought it herself, so she need not be asked. */
    private static AwardDecision accepted(AwardDecision decision) {
        return decision instanceof AwardDecision.Offer ? new AwardDecision.Show() : decision;
    }

    private Instant issuedOn() {
        return credential.issuedOn().truncatedTo(ChronoUnit.MILLIS);
    }

    private Optional<Instant> expires() {
        return credential.expires().filter(Importing::isInTime).map(end -> end.truncatedTo(ChronoUnit.MILLIS));
    }

    private List<Evidence> evidence() {
        return credential.evidence().stream()
                .filter(Links::isWeb)
                .distinct()
                .limit(MOST_EVIDENCE)
                .map(url -> new Evidence(url, Optional.empty()))
                .toList();
    }

    private static boolean isInTime(Instant time) {
        return !time.isBefore(Instant.EPOCH) && time.isBefore(YEAR_10000);
    }

    /** Without the source, whose URL may open something. */
    @Override
    public String toString() {
        return "Importing[" + owner.id() + ", " + received + "]";
    }
}
