package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.openbadges.Picture;
import dev.badgr.port.Import;
import dev.badgr.port.ImportStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Badges from elsewhere in a table whose key is the mailbox and the badge's name. */
record JdbcImports(Jdbc jdbc) implements ImportStore {
    private static final String OF_OWNER = """
            select i.* from badgr_import i join badgr_verified_email e on e.recipient_key = i.recipient_key
            where e.account_id = :owner""";
    private static final Sql BY_AWARD =
            Sql.of(OF_OWNER + " and i.recipient_key = :recipient and i.sequence = :sequence");
    private static final String IN_ORDER = " order by i.recipient_key, i.credential_key limit :rows";
    private static final Sql FIRST_PAGE = Sql.of(OF_OWNER + IN_ORDER);
    private static final Sql NEXT_PAGE = Sql.of(OF_OWNER + """
             and (i.recipient_key > :recipient or (i.recipient_key = :recipient and i.credential_key > :credential))
            """ + IN_ORDER);
    private static final Sql PICTURE = Sql.of("""
            select i.picture, i.picture_type from badgr_import i
            join badgr_award a on a.recipient_key = i.recipient_key and a.sequence = i.sequence
            where i.recipient_key = :recipient and i.sequence = :sequence and %s
            """.formatted(Pages.VISIBLE));

    private static final String DUE = """
            select * from badgr_import where next_check_at <= :now
            order by next_check_at, recipient_key, credential_key limit :rows""";
    private static final Taking.Change LEASE = new Taking.Change(
            "badgr_import",
            "update badgr_import set next_check_at = :due_again",
            "recipient_key = :recipient and credential_key = :credential and next_check_at <= :now");
    private static final Sql REVOKE = Sql.of(Revoking.ANY);
    private static final Sql UPHOLD = Sql.of("""
            update badgr_award set revoked_at = null, revocation_reason = null
            where recipient_key = :recipient and sequence = :sequence and revoked_at is not null
            """);

    /** All of a mailbox; then what they were in the Backpack as. */
    static final List<Sql> FORGET = List.of(
            Sql.of("delete from badgr_import where recipient_key = :recipient"),
            Sql.of("delete from badgr_award where recipient_key = :recipient and %s"
                    .formatted(AwardRows.FROM_ELSEWHERE)));

    @Override
    public Kept keep(Wanted wanted) {
        return jdbc.atomically(new Keeping(wanted)::apply);
    }

    @Override
    public Optional<Import> of(AccountId owner, AwardId award) {
        Params params = AwardRows.id(award).and("owner", owner);
        return jdbc.once(session -> session.one(BY_AWARD, params, ImportRows::read));
    }

    @Override
    public List<Import> page(AccountId owner, Optional<Import> after, int max) {
        Params params = Params.with("owner", owner)
                .and("rows", max)
                .and("recipient", after.map(Import::recipient))
                .and("credential", after.map(Import::credential));
        Sql page = after.isPresent() ? NEXT_PAGE : FIRST_PAGE;
        return jdbc.once(session -> session.list(page, params, ImportRows::read));
    }

    @Override
    public Optional<Picture> picture(AwardId award) {
        return jdbc.once(session -> session.one(PICTURE, AwardRows.id(award), ImportRows::picture))
                .flatMap(picture -> picture);
    }

    @Override
    public Optional<Import> claim(Instant now, Instant dueAgain) {
        return jdbc.atomically(session -> session
                .dialect()
                .taking()
                .take(
                        session,
                        new Taking.Look<>(DUE, Params.with("now", now), ImportRows::read),
                        1,
                        LEASE,
                        copy -> ImportRows.params(copy).and("now", now).and("due_again", dueAgain))
                .stream()
                .findFirst()
                .map(copy -> copy.with(copy.checked().dueAt(dueAgain))));
    }

    @Override
    public boolean found(Found found) {
        return jdbc.atomically(session -> found(session, found));
    }

    private static boolean found(Session session, Found found) throws SQLException {
        if (session.update(ImportRows.CHECKED, ImportRows.checked(found.copy(), found.checked())) == 0) {
            return false;
        }
        AwardId award = found.copy().award();
        if (found.good()) {
            session.update(UPHOLD, AwardRows.id(award));
        } else if (found.revocation().isPresent()) {
            session.update(REVOKE, Revoking.params(award, found.revocation().get()));
        }
        return true;
    }
}
