package dev.badgr.award;

import dev.badgr.email.EmailAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A badge awarded to an address (Open Badges 2.0, Assertion). It names no account: who sees it follows from who has proven
 * the address.
 *
 * @param id its name
 * @param badge which badge
 * @param address as the issuer wrote it
 * @param issuedOn when it was earned, to the millisecond
 * @param expires from when on it is shown as expired
 * @param narrative what the person did
 * @param evidence what shows it
 * @param externalKey the host's own key
 * @param state what the policy and the person decided
 * @param refusal why the policy refused it, in the state {@link AwardState#REFUSED}
 * @param revocation if the issuer took it back
 * @param readdressedTo the award that took its place at the right address
 * @param reissueOf the earlier award that this one was issued again for
 * @param reissuedAs the newer award that it was issued again as: it still counts until it expires, but is superseded
 */
public record Award(
        AwardId id,
        BadgeId badge,
        EmailAddress address,
        Instant issuedOn,
        Optional<Instant> expires,
        Optional<String> narrative,
        List<Evidence> evidence,
        Optional<String> externalKey,
        AwardState state,
        Optional<String> refusal,
        Optional<Revocation> revocation,
        Optional<AwardId> readdressedTo,
        Optional<AwardId> reissueOf,
        Optional<AwardId> reissuedAs) {

    public Award {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(badge, "badge");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(issuedOn, "issuedOn");
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(narrative, "narrative");
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(externalKey, "externalKey");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(refusal, "refusal");
        Objects.requireNonNull(revocation, "revocation");
        Objects.requireNonNull(readdressedTo, "readdressedTo");
        Objects.requireNonNull(reissueOf, "reissueOf");
        Objects.requireNonNull(reissuedAs, "reissuedAs");
    }

    /** The award that a host asked for, under this id and decision. */
    public static Award of(NewAward wanted, AwardId id, Instant issuedOn, AwardDecision decision) {
        return new Award(
                id,
                wanted.badge().id(),
                wanted.recipient(),
                issuedOn,
                wanted.badge()
                        .validFor()
                        .map(period ->
                                issuedOn.atZone(ZoneOffset.UTC).plus(period).toInstant()),
                wanted.narrative(),
                wanted.evidence(),
                wanted.external().map(NewAward.ExternalKey::key),
                decision.state(),
                decision.refusal(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, which counts until then. */
    public Award expiring(Optional<Instant> end) {
        return new Award(
                id,
                badge,
                address,
                issuedOn,
                end,
                narrative,
                evidence,
                externalKey,
                state,
                refusal,
                revocation,
                readdressedTo,
                reissueOf,
                reissuedAs);
    }

    /** What the host asked for, to put it before a policy again. */
    public NewAward wanted(Badge definition) {
        return new NewAward(
                definition,
                address,
                externalKey.map(key -> new NewAward.ExternalKey(key, issuedOn)),
                narrative,
                evidence);
    }

    /** Whether it counts no more at that time. */
    public boolean isExpiredAt(Instant now) {
        return expires.isPresent() && !now.isBefore(expires.get());
    }

    /** Whether it was neither revoked nor readdressed. */
    public boolean isLive() {
        return revocation.isEmpty() && readdressedTo.isEmpty();
    }

    /** The same in another state. */
    public Award in(AwardState next, Optional<String> newRefusal) {
        return copy(id, address, next, newRefusal, revocation, readdressedTo, reissueOf, reissuedAs);
    }

    /** The same, which its issuer stands by again. */
    public Award upheld() {
        return copy(id, address, state, refusal, Optional.empty(), readdressedTo, reissueOf, reissuedAs);
    }

    /** The same, taken back. */
    public Award revoked(Revocation newRevocation) {
        return copy(id, address, state, refusal, Optional.of(newRevocation), readdressedTo, reissueOf, reissuedAs);
    }

    /** The same, with another one in its place. */
    public Award replacedBy(AwardId other) {
        return copy(id, address, state, refusal, revocation, Optional.of(other), reissueOf, reissuedAs);
    }

    /** The same under an id that it had before. */
    public Award under(AwardId former) {
        return copy(former, address, state, refusal, revocation, readdressedTo, reissueOf, reissuedAs);
    }

    /** The award for the right address, in this one's place. */
    public Award readdressed(AwardId newId, EmailAddress newAddress) {
        return copy(newId, newAddress, state, refusal, revocation, Optional.empty(), reissueOf, reissuedAs);
    }

    /** The same as one that an earlier award is issued again as. */
    public Award inSuccessionTo(AwardId earlier) {
        return copy(id, address, state, refusal, revocation, readdressedTo, Optional.of(earlier), reissuedAs);
    }

    /** The same after it was issued again. */
    public Award supersededBy(AwardId newer) {
        return copy(id, address, state, refusal, revocation, readdressedTo, reissueOf, Optional.of(newer));
    }

    private Award copy(
            AwardId newId,
            EmailAddress newAddress,
            AwardState newState,
            Optional<String> newRefusal,
            Optional<Revocation> newRevocation,
            Optional<AwardId> newReaddressedTo,
            Optional<AwardId> newReissueOf,
            Optional<AwardId> newReissuedAs) {
        return new Award(
                newId,
                badge,
                newAddress,
                issuedOn,
                expires,
                narrative,
                evidence,
                externalKey,
                newState,
                newRefusal,
                newRevocation,
                newReaddressedTo,
                newReissueOf,
                newReissuedAs);
    }
}
