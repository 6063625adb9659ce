package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.terms.MarketingConsent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How what belongs to one account becomes another's. */
final class MergeSql {
    /**
     * Rows that lie with their account are written anew and deleted, as a row can't go from shard to shard. A ledger's entries
     * follow those that are there; what both accounts keep a record of is one record. No statement compares rows of the two
     * accounts with each other, as these may lie on two shards.
     */
    static final List<Sql> MOVES = List.of(
            Sql.of("""
                    update badgr_verified_email set account_id = :survivor, since_epoch = since_epoch + :before
                    where account_id = :gone
                    """),
            Sql.of("""
                    update badgr_linked_identity set account_id = :survivor, since_epoch = since_epoch + :before
                    where account_id = :gone
                    """),
            Sql.of("update badgr_share_link set owner = :survivor where owner = :gone"),
            Sql.of("""
                    insert into badgr_terms_consent (account_id, seq, version, sha256, agreed_at, locale, way_in, evidence)
                    select :survivor, c.seq + :last_consent, c.version, c.sha256, c.agreed_at, c.locale, c.way_in,
                        c.evidence
                    from badgr_terms_consent c where c.account_id = :gone
                    """),
            Sql.of("delete from badgr_terms_consent where account_id = :gone"),
            Sql.of("""
                    insert into badgr_collection (owner, id, name, description, version, created_at)
                    select :survivor, c.id, c.name, c.description, c.version, c.created_at
                    from badgr_collection c where c.owner = :gone
                    """),
            Sql.of("""
                    insert into badgr_collection_entry (owner, collection_id, recipient_key, sequence, place)
                    select :survivor, n.collection_id, n.recipient_key, n.sequence, n.place
                    from badgr_collection_entry n where n.owner = :gone
                    """),
            Sql.of("delete from badgr_collection_entry where owner = :gone"),
            Sql.of("delete from badgr_collection where owner = :gone"),
            Sql.of("""
                    insert into badgr_audit (account_id, happened_at, id, event, client, staff, reason, detail)
                    select :survivor, r.happened_at, r.id, r.event, r.client, r.staff, r.reason, r.detail
                    from badgr_audit r
                    where r.account_id = :gone
                        and r.id not in (select s.id from badgr_audit s where s.account_id = :survivor)
                    """),
            Sql.of("delete from badgr_audit where account_id = :gone"),
            // What is being moved stays where it is: the person has another way now.
            Sql.of("delete from badgr_address_move where from_account = :gone or to_account = :gone"),
            Sql.of("update badgr_account set email_count = :emails, epoch = :after where id = :survivor"),
            Sql.of("delete from badgr_account where id = :gone"));

    private static final Sql CHOICES = Sql.of("""
            insert into badgr_marketing_consent (account_id, seq, granted, decided_at, way)
            select :survivor, c.seq + :last_choice, c.granted, c.decided_at, c.way
            from badgr_marketing_consent c where c.account_id = :gone
            """);
    private static final Sql LAST_CONSENT = last("badgr_terms_consent");
    private static final Sql LAST_CHOICE = last("badgr_marketing_consent");
    private static final Sql NO_CHOICES = Sql.of("delete from badgr_marketing_consent where account_id = :gone");

    private MergeSql() {}

    /** The choice that counted for the survivor goes on. */
    static void moveChoices(Session session, AccountId gone, AccountId survivor, Instant now) throws SQLException {
        boolean own = MarketingConsent.isGranted(ConsentSql.ledger(session, survivor));
        Params both = Params.with("gone", gone)
                .and("survivor", survivor)
                .and("last_choice", last(session, LAST_CHOICE, survivor));
        session.update(CHOICES, both);
        session.update(NO_CHOICES, both);
        Optional<MarketingConsent> kept = MarketingConsent.keeping(own, ConsentSql.ledger(session, survivor), now);
        if (kept.isPresent()) {
            session.update(ConsentSql.MARKETING, ConsentSql.marketing(survivor, kept.get()));
        }
    }

    /** After which number the consents that come are numbered. */
    static int lastConsent(Session session, AccountId survivor) throws SQLException {
        return last(session, LAST_CONSENT, survivor);
    }

    private static Sql last(String ledger) {
        return Sql.of("select coalesce(max(seq), 0) as last from %s where account_id = :survivor".formatted(ledger));
    }

    private static int last(Session session, Sql query, AccountId survivor) throws SQLException {
        return session.one(query, Params.with("survivor", survivor), row -> row.number("last"))
                .orElse(0);
    }
}
