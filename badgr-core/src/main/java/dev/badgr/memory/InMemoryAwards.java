package dev.badgr.memory;

import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Revocation;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.AwardStore;
import dev.badgr.port.Notice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Awards, those of one mailbox side by side. */
final class InMemoryAwards implements AwardStore {
    /** Those of one mailbox side by side, the newest first. */
    static final Layout<AwardId, Award> AWARDS = Layout.grouped(AwardId::recipient, Comparator.<AwardId>reverseOrder());

    private final Table<RecipientKey, AccountId> emails;
    private final InMemoryBadges badges;
    private final InMemoryNotices notices;
    private final InMemoryStatuses statuses;
    private final Table<AwardId, Award> awards;

    InMemoryAwards(Transaction in) {
        this.emails = in.table(InMemoryAccounts.EMAILS);
        this.badges = new InMemoryBadges(in);
        this.notices = new InMemoryNotices(in);
        this.statuses = new InMemoryStatuses(in);
        this.awards = in.table(AWARDS);
    }

    @Override
    public Optional<Awarded> award(Award award, List<Notice> written) {
        if (badges.byId(award.badge()).isEmpty()) {
            return Optional.empty();
        }
        Optional<Award> stored = awards.find(award.id());
        if (stored.isPresent()) {
            return Optional.of(new Awarded(inPlaceOf(stored.get()), false));
        }
        put(award, written);
        return Optional.of(new Awarded(award, true));
    }

    @Override
    public Optional<Award> byId(AwardId id) {
        return awards.find(id);
    }

    @Override
    public boolean revoke(AwardId id, Revocation revocation) {
        return withdraw(ownLive(id), award -> award.revoked(revocation));
    }

    /** The host's own: a badge from elsewhere is its issuer's to take back. */
    private Optional<Award> ownLive(AwardId id) {
        return awards.find(id)
                .filter(Award::isLive)
                .filter(award -> !award.badge().issuer().isElsewhere());
    }

    @Override
    public Readdressing readdress(AwardId id, Award corrected, List<Notice> written) {
        if (id.equals(corrected.id())) {
            throw new IllegalArgumentException("corrected: must be to another mailbox");
        }
        Optional<Award> award = awards.find(id)
                .filter(Award::isLive)
                .filter(wrong -> wrong.reissuedAs().isEmpty());
        if (award.isEmpty()) {
            return Readdressing.GONE;
        } else if (emails.has(id.recipient())) {
            return Readdressing.ADDRESS_VERIFIED;
        }
        withdraw(award, wrong -> wrong.replacedBy(corrected.id()));
        if (awards.find(corrected.id())
                .map(Award::readdressedTo)
                .map(Optional::isPresent)
                .orElse(true)) {
            put(corrected, written);
            statuses.restore(corrected);
        }
        return Readdressing.DONE;
    }

    @Override
    public Reissued reissue(AwardId id, Award next, List<Notice> written) {
        if (!next.reissueOf().equals(Optional.of(id))) {
            throw new IllegalArgumentException("next: must be the reissue of that award");
        }
        return awards.find(id)
                .filter(Award::isLive)
                .map(earlier -> reissue(earlier, next, written))
                .orElseGet(() -> new Reissued(Reissuing.GONE, Optional.empty()));
    }

    private Reissued reissue(Award earlier, Award next, List<Notice> written) {
        Optional<Award> before = earlier.reissuedAs().flatMap(awards::find).map(this::inPlaceOf);
        if (before.isPresent()) {
            return new Reissued(Reissuing.DONE, before.map(award -> new Awarded(award, false)));
        } else if (badges.byId(next.badge()).isEmpty()) {
            return new Reissued(Reissuing.BADGE_UNKNOWN, Optional.empty());
        } else if (awards.has(next.id())) {
            return new Reissued(Reissuing.KEY_TAKEN, Optional.empty());
        }
        put(next, written);
        put(earlier.supersededBy(next.id()));
        return new Reissued(Reissuing.DONE, Optional.of(new Awarded(next, true)));
    }

    @Override
    public boolean move(AwardId id, AccountId owner, Set<AwardState> from, AwardState to, Optional<String> refusal) {
        Optional<String> kept = to == AwardState.REFUSED ? refusal : Optional.empty();
        return change(
                awards.find(id)
                        .filter(Award::isLive)
                        .filter(award -> from.contains(award.state()))
                        .filter(award -> isOf(owner, award)),
                award -> award.in(to, kept));
    }

    @Override
    public List<Award> to(RecipientKey recipient, int max) {
        return allTo(recipient).limit(max).toList();
    }

    /** The awards to a mailbox that were neither revoked nor readdressed, as {@link #allTo(RecipientKey, Optional)}. */
    Stream<Award> liveTo(RecipientKey recipient, Optional<AwardId> after) {
        return allTo(recipient, after).filter(Award::isLive);
    }

    /** The awards to a mailbox, whatever became of them: the newest first. */
    Stream<Award> allTo(RecipientKey recipient) {
        return awards.of(recipient);
    }

    /** Those of them that are older than that one. */
    Stream<Award> allTo(RecipientKey recipient, Optional<AwardId> after) {
        return after.map(id -> awards.after(recipient, id)).orElseGet(() -> allTo(recipient));
    }

    private boolean isOf(AccountId owner, Award award) {
        return emails.find(award.id().recipient()).filter(owner::equals).isPresent();
    }

    private Award inPlaceOf(Award award) {
        return award.readdressedTo().flatMap(awards::find).map(this::inPlaceOf).orElse(award);
    }

    /** Stores an award as it is. */
    void put(Award award) {
        awards.put(PackedAward.row(award));
    }

    /** The host's own stay. */
    void forgetElsewhere(RecipientKey recipient) {
        allTo(recipient)
                .filter(award -> award.badge().issuer().isElsewhere())
                .map(Award::id)
                .forEach(awards::remove);
    }

    private void put(Award award, List<Notice> written) {
        put(award);
        notices.write(written);
    }

    private boolean withdraw(Optional<Award> award, UnaryOperator<Award> how) {
        award.map(how).ifPresent(statuses::withdraw);
        return change(award, how);
    }

    private boolean change(Optional<Award> award, UnaryOperator<Award> how) {
        award.map(how).ifPresent(this::put);
        return award.isPresent();
    }
}
