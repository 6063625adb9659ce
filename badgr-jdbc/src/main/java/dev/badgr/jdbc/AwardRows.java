package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.BadgeId;
import dev.badgr.award.IssuerId;
import dev.badgr.award.Revocation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An award as a row, and back. */
final class AwardRows {
    /** Of an award {@code a}. */
    static final String COLUMNS = """
            a.recipient_key, a.sequence, a.issuer, a.badge, a.address, a.issued_on, a.expires_at, a.narrative, a.evidence,
            a.external_key, a.state, a.refusal, a.revoked_at, a.revocation_reason,
            a.readdressed_recipient, a.readdressed_sequence, a.reissue_of_recipient, a.reissue_of_sequence,
            a.reissued_recipient, a.reissued_sequence""";

    /** What a new award has. */
    static final String STORED = """
            recipient_key, sequence, issuer, badge, address, issued_on, expires_at, narrative, evidence,
                external_key, state, refusal, reissue_of_recipient, reissue_of_sequence""";

    private static final String INTO = "badgr_award (%s)".formatted(STORED);
    private static final String VALUES = """
            :recipient, :sequence, :issuer, :badge, :address, :issued_on, cast(:expires_at as timestamp(3) with time zone),
                :narrative, :evidence, :external_key, :state, :refusal,
                cast(:reissue_of_recipient as uuid), cast(:reissue_of_sequence as uuid)""";

    /** Stores an award that was neither revoked, readdressed nor issued again yet. */
    static final Sql INSERT = Sql.of("insert into %s values (%s)".formatted(INTO, VALUES));

    /** The same for any number of awards, all or none. */
    static final Many INSERT_MANY =
            new Many("insert into %s values ".formatted(INTO), Sql.of("(%s)".formatted(VALUES)), "");

    /** The same into another table, which is to be named. */
    static final String INSERT_INTO = "insert into %%s (%s) values (%s)".formatted(STORED, VALUES);

    /** The same, once for each row of a relation that is to be named. */
    static final String INSERT_FROM = "insert into %s select %s from ".formatted(INTO, VALUES);

    static final Sql BY_ID =
            Sql.of("select %s from badgr_award a where a.recipient_key = :recipient and a.sequence = :sequence"
                    .formatted(COLUMNS));

    static final Sql OF_MAILBOX = Sql.of(
            "select %s from badgr_award a where a.recipient_key = :recipient order by a.sequence desc limit :rows"
                    .formatted(COLUMNS));

    /** The condition for a badge from elsewhere: badgr itself has named its issuer. */
    static final String FROM_ELSEWHERE = "issuer like '%s%%'".formatted(IssuerId.ELSEWHERE);

    static final Sql KEY = Sql.of("(:recipient, :sequence)");
    private static final Many EXISTING =
            new Many("select recipient_key, sequence from badgr_award where (recipient_key, sequence) in (", KEY, ")");
    private static final Many BY_IDS = new Many(
            "select %s from badgr_award a where (a.recipient_key, a.sequence) in (".formatted(COLUMNS), KEY, ")");

    private AwardRows() {}

    /** Those ids that awards have. */
    static List<AwardId> existing(Session session, List<AwardId> ids) throws SQLException {
        return session.listMany(EXISTING, keys(ids), AwardRows::readId);
    }

    /** The awards of these ids. */
    static List<Award> byIds(Session session, List<AwardId> ids) throws SQLException {
        return session.listMany(BY_IDS, keys(ids), AwardRows::read);
    }

    private static List<Params> keys(List<AwardId> ids) {
        return ids.stream().map(AwardRows::id).toList();
    }

    private static AwardId readId(Row row) throws SQLException {
        return new AwardId(row.recipient("recipient_key"), row.uuid("sequence"));
    }

    static Params id(AwardId id) {
        return Params.with("recipient", id.recipient()).and("sequence", id.sequence());
    }

    static Params params(Award award) {
        return id(award.id())
                .and("issuer", award.badge().issuer().value())
                .and("badge", award.badge().name())
                .and("address", award.address())
                .and("issued_on", award.issuedOn())
                .and("expires_at", award.expires())
                .and("narrative", award.narrative())
                .and("evidence", EvidenceJson.text(award.evidence()))
                .and("external_key", award.externalKey())
                .and("state", award.state())
                .and("refusal", award.refusal())
                .and("reissue_of_recipient", award.reissueOf().map(AwardId::recipient))
                .and("reissue_of_sequence", award.reissueOf().map(AwardId::sequence));
    }

    static Award read(Row row) throws SQLException {
        return new Award(
                readId(row),
                new BadgeId(new IssuerId(row.text("issuer")), row.text("badge")),
                row.address("address"),
                row.time("issued_on"),
                row.optionalTime("expires_at"),
                row.optionalText("narrative"),
                EvidenceJson.parse(row.optionalText("evidence")),
                row.optionalText("external_key"),
                row.oneOf(AwardState.class, "state"),
                row.optionalText("refusal"),
                revocation(row),
                row.optionalAward("readdressed_recipient", "readdressed_sequence"),
                row.optionalAward("reissue_of_recipient", "reissue_of_sequence"),
                row.optionalAward("reissued_recipient", "reissued_sequence"));
    }

    private static Optional<Revocation> revocation(Row row) throws SQLException {
        Optional<Instant> at = row.optionalTime("revoked_at");
        Optional<String> reason = row.optionalText("revocation_reason");
        return at.flatMap(when -> reason.map(why -> new Revocation(why, when)));
    }
}
