package dev.badgr;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.NewAward;
import dev.badgr.award.NewRevocation;
import dev.badgr.award.Revocation;
import dev.badgr.email.EmailAddress;
import dev.badgr.port.AwardStore;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.Event;
import dev.badgr.port.JoinedStores;
import dev.badgr.port.Misconfigured;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Awarding badges to addresses, with or without an account: the host's side. Safe for use by many threads, except for what
 * {@link #on} returns, which is as safe as the host's connection.
 */
public final class Awards {
    private final Setup setup;
    private final JoinedStores stores;
    /** Nobody is told of what the host may yet roll back. */
    private final boolean told;

    private final AwardNotices notices;

    Awards(Setup setup) {
        this(setup, setup.stores(), true);
    }

    private Awards(Setup setup, JoinedStores stores, boolean told) {
        this.setup = setup;
        this.stores = stores;
        this.told = told;
        this.notices = new AwardNotices(setup);
    }

    /**
     * The same verbs within the host's own transaction: what they store is there if and when the host commits. A
     * {@link dev.badgr.port.BadgrListener} doesn't hear of it.
     *
     * @param joined such as {@code JdbcStorage.joining(connection)}
     */
    public Awards on(JoinedStores joined) {
        return new Awards(setup, Objects.requireNonNull(joined, "joined"), false);
    }

    /**
     * Awards a badge, and writes in the same transaction the notice that tells its recipient and, if the badge expires later
     * than {@link Limits#noticeBeforeExpiry}, the one that will tell of that; {@link Notices#deliver} sends them when due.
     *
     * @return the award, and whether it is new: with {@link NewAward#once} a repeated call returns the first one. Refused with
     *     {@link Refusal.PolicyRefused}, {@link Refusal.NotFound} if the badge is not defined, or {@link Refusal.NotPossible} if
     *     it is another's, brought from elsewhere
     */
    public Result<Awarded> award(NewAward wanted) {
        return new Deciding(setup)
                .decide(wanted)
                .then(award -> stores.awards()
                        .award(award, notices.of(award))
                        .map(this::told)
                        .orElseGet(() -> Result.refused(new Refusal.NotFound("badge"))));
    }

    /**
     * Issues an award again, such as before it expires: awards the new one and links the two in one step. The earlier one stays
     * as it is, and the Backpack says that it is superseded. An award is issued again once: a repeated call returns the award
     * of the first one.
     *
     * @param id the earlier award
     * @return as of {@link #award}; refused also with {@link Refusal.NotFound} if there is no such award, and with
     *     {@link Refusal.NotPossible} if it was revoked or readdressed, if the new badge is another issuer's, or if there is
     *     another award under the new one's key
     */
    public Result<Awarded> reissue(AwardId id, NewAward wanted) {
        Objects.requireNonNull(wanted, "wanted");
        Optional<Award> earlier = find(id);
        if (earlier.isEmpty()) {
            return Result.refused(new Refusal.NotFound("award"));
        }
        if (!earlier.get().badge().issuer().equals(wanted.badge().id().issuer())) {
            return Rule.ISSUER_DIFFERS.refused();
        }
        AwardId current = earlier.get().id();
        return new Deciding(setup).decide(wanted).then(award -> reissue(current, award.inSuccessionTo(current)));
    }

    /** Awarding and revoking by the thousand: with more to choose than {@link #awardAll}. */
    public Bulk bulk() {
        if (!told) {
            throw new Misconfigured("A bulk run stores slice by slice, so it can't be a part of the host's transaction:"
                    + " call it on badgr.awards() itself");
        }
        return new Bulk(setup);
    }

    /**
     * Awards any number of badges: see {@link Bulk#award(Stream, BulkListener)}.
     *
     * @throws Misconfigured within the host's own transaction
     */
    public BulkProgress awardAll(Stream<NewAward> rows, BulkListener listener) {
        return bulk().award(rows, listener);
    }

    /**
     * An award by its id, or by one that it had before the installation was moved to another recipient secret; so may the other verbs
     * here be called.
     */
    public Optional<Award> find(AwardId id) {
        return setup.award(stores, Objects.requireNonNull(id, "id"));
    }

    /**
     * Takes an award back: it leaves every Backpack and share at once.
     *
     * @param reason for the person; at most 500 code points
     * @return the award as it is then; refused with {@link Refusal.InvalidInput} (the reason), {@link Refusal.NotFound}, or
     *     {@link Refusal.NotPossible} if it was revoked or readdressed before, or came from elsewhere
     */
    public Result<Award> revoke(AwardId id, String reason) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(reason, "reason");
        return Typed.parse(() -> new Revocation(reason, setup.now()), revocation -> {
            boolean revoked = stores.awards().revoke(id, revocation);
            Optional<Award> award = find(id);
            if (award.isEmpty()) {
                return Result.refused(new Refusal.NotFound("award"));
            }
            AwardId current = award.get().id();
            if (!current.equals(id)) {
                return revoke(current, reason);
            }
            tell(revoked, Event.BADGE_REVOKED, award.get());
            return revoked
                    ? Result.success(award.get())
                    : notRevoked(award.get()).refused();
        });
    }

    /**
     * Takes any number of awards back: see {@link Bulk#revoke(Stream, BulkListener)}.
     *
     * @throws Misconfigured within the host's own transaction
     */
    public BulkProgress revokeAll(Stream<NewRevocation> rows, BulkListener listener) {
        return bulk().revoke(rows, listener);
    }

    /**
     * Sends an award to another address because the first was mistyped, as long as nobody has verified that one and it was not
     * issued again.
     *
     * @return the award at the right address, as it is if it was there already; refused with {@link Refusal.NotFound} or
     *     {@link Refusal.NotPossible}
     */
    public Result<Award> readdress(AwardId id, EmailAddress rightAddress) {
        Optional<Award> award = find(id);
        if (award.isEmpty()) {
            return Result.refused(new Refusal.NotFound("award"));
        } else if (award.get().badge().issuer().isElsewhere()) {
            return Rule.BADGE_FROM_ELSEWHERE.refused();
        }
        AwardId current = award.get().id();
        AwardId rightId = current.under(setup.recipient(rightAddress));
        if (rightId.equals(current)) {
            return stillThere(award.get());
        }
        Award corrected = award.get().readdressed(rightId, rightAddress);
        AwardStore.Readdressing outcome = stores.awards().readdress(current, corrected, notices.of(corrected));
        return switch (outcome) {
            case DONE -> Result.success(find(rightId).orElse(corrected));
            case ADDRESS_VERIFIED -> Rule.ADDRESS_VERIFIED.refused();
            case GONE -> Rule.AWARD_GONE.refused();
        };
    }

    /** What stood against revoking it. */
    static Rule notRevoked(Award award) {
        return award.badge().issuer().isElsewhere() ? Rule.BADGE_FROM_ELSEWHERE : Rule.AWARD_GONE;
    }

    private Result<Awarded> told(Awarded awarded) {
        tell(awarded.isNew(), Event.BADGE_AWARDED, awarded.award());
        return Result.success(awarded);
    }

    private void tell(boolean done, Event event, Award award) {
        if (done && told) {
            setup.events().happened(event, award);
        }
    }

    private static Result<Award> stillThere(Award award) {
        return award.isLive() ? Result.success(award) : Rule.AWARD_GONE.refused();
    }

    private Result<Awarded> reissue(AwardId id, Award next) {
        AwardStore.Reissued reissued = stores.awards().reissue(id, next, notices.of(next));
        return switch (reissued.outcome()) {
            case DONE -> told(reissued.awarded().orElseThrow());
            case GONE -> Rule.AWARD_GONE.refused();
            case BADGE_UNKNOWN -> Result.refused(new Refusal.NotFound("badge"));
            case KEY_TAKEN -> Rule.AWARD_KEY_TAKEN.refused();
        };
    }
}
