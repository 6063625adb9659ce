package dev.badgr.jdbc;

/** Statements that read from several tables at one moment: here as joins. */
class Readings {
    static final String BY_ID = "select id from badgr_account where id = :id";
    static final String BY_EMAIL = "select account_id as id from badgr_verified_email where recipient_key = :recipient";
    static final String BY_IDENTITY =
            "select account_id as id from badgr_linked_identity where identity_key = :identity";

    private final Sql accountById = account(BY_ID);
    private final Sql accountByEmail = account(BY_EMAIL);
    private final Sql accountByIdentity = account(BY_IDENTITY);
    private final Sql shared = shared();

    final Sql accountById() {
        return accountById;
    }

    final Sql accountByEmail() {
        return accountByEmail;
    }

    final Sql accountByIdentity() {
        return accountByIdentity;
    }

    /** What a share link shows. */
    final Sql sharedBadge() {
        return shared;
    }

    /** The rows of the account whose id another statement finds. */
    Sql account(String id) {
        return Sql.of("""
                select %s
                from badgr_account a
                join badgr_verified_email e on e.account_id = a.id
                left join badgr_linked_identity i on i.account_id = a.id
                where a.id = (%s)
                order by %s
                """.formatted(AccountRows.COLUMNS, id, AccountRows.ORDER));
    }

    Sql shared() {
        return Sql.of("""
                select p.first_name, p.last_name, %s, %s
                from badgr_share_link l
                join badgr_award a on a.recipient_key = l.recipient_key and a.sequence = l.sequence
                join badgr_verified_email e on e.recipient_key = a.recipient_key and e.account_id = l.owner
                join badgr_account p on p.id = l.owner
                join badgr_badge b on b.issuer = a.issuer and b.slug = a.badge
                join badgr_issuer i on i.id = b.issuer
                where l.id = :id and l.revoked_at is null and (l.expires_at is null or l.expires_at > :now)
                    and a.state = 'SHOWN' and %s
                """.formatted(AwardRows.COLUMNS, BadgeRows.COLUMNS, Pages.VISIBLE));
    }
}
