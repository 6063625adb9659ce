package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.port.Import;
import dev.badgr.port.ImportStore.Kept;
import dev.badgr.port.ImportStore.Outcome;
import dev.badgr.port.ImportStore.Wanted;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps a badge from elsewhere with its award, in a transaction that holds the rows of the account and of the address: so copies for
 * one mailbox come one after the other, and the address stays.
 */
record Keeping(Wanted wanted) {
    private static final Sql STORED = Sql.of("""
            select sequence, issued_on, checked_at, revision from badgr_import
            where recipient_key = :recipient and credential_key = :credential for update
            """);
    private static final Sql COUNT =
            Sql.of("select count(*) as copies from badgr_import where recipient_key = :recipient");
    private static final Sql GIVE_WAY = Sql.of("""
            update badgr_award set readdressed_recipient = :recipient, readdressed_sequence = :newer
            where recipient_key = :recipient and sequence = :sequence
                and revoked_at is null and readdressed_sequence is null
            """);
    private static final Sql BACK = Sql.of("""
            update badgr_award set state = :state, refusal = :refusal, revoked_at = null, revocation_reason = null
            where recipient_key = :recipient and sequence = :sequence
            """);

    /** What decides, of the copy that is there. */
    private record Stored(UUID sequence, Instant issuedOn, Instant checkedAt, long revision) {}

    Kept apply(Session session) throws SQLException {
        Params mailbox = ImportRows.params(wanted.copy()).and("owner", wanted.owner());
        if (!AccountSql.lock(session, wanted.owner()) || !JdbcMailboxes.isHeld(session, mailbox)) {
            return new Kept(Outcome.NOT_VERIFIED, Optional.empty());
        }
        Optional<Stored> stored = session.one(STORED, mailbox, Keeping::stored);
        if (stored.isEmpty()) {
            return first(session);
        }
        int newer = wanted.copy().issuedOn().compareTo(stored.get().issuedOn());
        if (newer > 0) {
            return replace(session, stored.get());
        }
        return newer == 0 ? again(session, stored.get()) : new Kept(Outcome.OLDER, award(session, stored.get()));
    }

    private Kept first(Session session) throws SQLException {
        Params params = ImportRows.params(wanted.copy());
        if (session.one(session.dialect().held(COUNT), params, row -> row.bigNumber("copies"))
                        .orElse(0L)
                >= wanted.max()) {
            return new Kept(Outcome.TOO_MANY, Optional.empty());
        }
        // Under SERIALIZABLE the look above may be older than the lock, and another copy have come in between.
        if (!session.insertIfAbsent(ImportRows.INSERT, params)) {
            throw new LostRace();
        }
        return kept(session, Outcome.NEW);
    }

    private Kept replace(Session session, Stored stored) throws SQLException {
        if (session.update(ImportRows.REPLACE, ImportRows.params(wanted.copy())) == 0) {
            throw new LostRace();
        }
        session.update(
                GIVE_WAY,
                AwardRows.id(award(stored)).and("newer", wanted.award().id().sequence()));
        return kept(session, Outcome.REPLACED);
    }

    private Kept kept(Session session, Outcome outcome) throws SQLException {
        JdbcBadges.define(session, wanted.badge());
        session.ensure(AwardRows.INSERT, AwardRows.params(wanted.award()));
        AuditRows.write(session, wanted.owner(), wanted.record());
        return new Kept(outcome, Optional.of(wanted.award()));
    }

    private Kept again(Session session, Stored stored) throws SQLException {
        Award award = award(session, stored).orElseThrow(LostRace::new);
        Import.Checked checked = wanted.copy().checked();
        if (award.revocation().isPresent() && stored.checkedAt().isAfter(checked.at())) {
            return new Kept(Outcome.REVOKED_SINCE, Optional.empty());
        }
        Award back = award.upheld().in(wanted.award().state(), wanted.award().refusal());
        session.update(BACK, AwardRows.params(back));
        session.update(
                ImportRows.CHECKED, ImportRows.checked(wanted.copy(), checked).and("revision", stored.revision()));
        return new Kept(Outcome.ALREADY_THERE, Optional.of(back));
    }

    private Optional<Award> award(Session session, Stored stored) throws SQLException {
        return session.one(AwardRows.BY_ID, AwardRows.id(award(stored)), AwardRows::read);
    }

    private AwardId award(Stored stored) {
        return new AwardId(wanted.copy().recipient(), stored.sequence());
    }

    private static Stored stored(Row row) throws SQLException {
        return new Stored(
                row.uuid("sequence"), row.time("issued_on"), row.time("checked_at"), row.bigNumber("revision"));
    }
}
