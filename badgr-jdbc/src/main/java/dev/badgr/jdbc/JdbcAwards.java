package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Revocation;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.AwardStore;
import dev.badgr.port.Notice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Awards in a table whose key is the award's id. */
record JdbcAwards(Jdbc jdbc) implements AwardStore {
    private static final Sql MOVE = Sql.of("""
            update badgr_award set state = :state, refusal = :refusal
            where recipient_key = :recipient and sequence = :sequence and position(state in :states) > 0
                and revoked_at is null and readdressed_sequence is null
                and exists (select 1 from badgr_verified_email e
                    where e.recipient_key = :recipient and e.account_id = :owner)
            """);

    @Override
    public Optional<Awarded> award(Award award, List<Notice> notices) {
        return jdbc.dialect().awarding().award(jdbc, award, notices);
    }

    @Override
    public List<Award> to(RecipientKey recipient, int max) {
        Params params = Params.with("recipient", recipient).and("rows", max);
        return jdbc.once(session -> session.list(AwardRows.OF_MAILBOX, params, AwardRows::read));
    }

    @Override
    public Optional<Award> byId(AwardId id) {
        return jdbc.once(session -> session.one(AwardRows.BY_ID, AwardRows.id(id), AwardRows::read));
    }

    @Override
    public boolean revoke(AwardId id, Revocation revocation) {
        return jdbc.dialect().revoking().revoke(jdbc, id, revocation);
    }

    @Override
    public Readdressing readdress(AwardId id, Award corrected, List<Notice> notices) {
        if (id.equals(corrected.id())) {
            throw new IllegalArgumentException("corrected: must be to another mailbox");
        }
        return jdbc.atomically(new Correction(id, corrected, notices)::apply);
    }

    @Override
    public Reissued reissue(AwardId id, Award next, List<Notice> notices) {
        if (!next.reissueOf().equals(Optional.of(id))) {
            throw new IllegalArgumentException("next: must be the reissue of that award");
        }
        return jdbc.atomically(new Succession(id, next, notices)::apply);
    }

    @Override
    public boolean move(AwardId id, AccountId owner, Set<AwardState> from, AwardState to, Optional<String> refusal) {
        Params params = AwardRows.id(id)
                .and("owner", owner)
                // No state's name is part of another's.
                .and("states", from.toString())
                .and("state", to)
                .and("refusal", to == AwardState.REFUSED ? refusal : Optional.empty());
        return jdbc.once(session -> session.update(MOVE, params) == 1);
    }
}
