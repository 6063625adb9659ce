package dev.badgr.jdbc.bench;

import dev.badgr.account.AccountId;
import dev.badgr.award.Badge;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;

/**
 * Numbered people with accounts and badges, made within the database.
 *
 * @param lab where they live
 * @param badge that all of them have, over and over
 */
record Crowd(Lab lab, Badge badge) {
    /** Each has enough for a full page. */
    static final int BADGES_EACH = 60;

    private static final String ACCOUNTS = """
            insert into badgr_account (id, first_name, last_name, password_hash, primary_recipient, email_count, language,
                zone, epoch, created_at)
            select cast(md5('account-' || i) as uuid), 'Mia', 'Müller', 'none', cast(md5('mailbox-' || i) as uuid), 1, 'en',
                'UTC', 0, timestamptz '2026-01-01 00:00:00Z'
            from generate_series(%d, %d) i""";
    private static final String EMAILS = """
            insert into badgr_verified_email (recipient_key, account_id, address, verified_at, since_epoch)
            select cast(md5('mailbox-' || i) as uuid), cast(md5('account-' || i) as uuid), 'mia-' || i || '@school.edu',
                timestamptz '2026-01-01 00:00:00Z', 0
            from generate_series(%d, %d) i""";
    private static final String AWARDS = """
            insert into badgr_award (recipient_key, sequence, issuer, badge, address, issued_on, external_key, state)
            select cast(md5('mailbox-' || i) as uuid),
                cast(lpad(to_hex(1767225600000 + j * 1000), 12, '0') || '8' || substr(h, 1, 3) || 'a' || substr(h, 4, 15) as uuid),
                '%s', '%s', 'mia-' || i || '@school.edu', timestamptz '2026-01-01 00:00:00Z' + j * interval '1 second', h, 'SHOWN'
            from generate_series(%d, %d) i cross join generate_series(1, %d) j cross join lateral (select md5(i || '-' || j) h) hash""";

    static Crowd in(Lab lab) {
        return new Crowd(lab, lab.app().badge());
    }

    /** People from one number to another. */
    void come(int from, int to, int badgesEach) throws SQLException {
        lab.execute(ACCOUNTS.formatted(from, to));
        lab.execute(EMAILS.formatted(from, to));
        award(from, to, badgesEach);
    }

    /** Badges for their mailboxes, whoever has verified them. */
    void award(int from, int to, int badgesEach) throws SQLException {
        lab.execute(AWARDS.formatted(badge.id().issuer().value(), badge.id().name(), from, to, badgesEach));
    }

    /** As a database is that has been up for a while. */
    void settle() throws SQLException {
        lab.execute("vacuum (analyze)");
        lab.execute("checkpoint");
    }

    static AccountId account(int number) {
        return new AccountId(md5("account-" + number));
    }

    static UUID mailbox(int number) {
        return md5("mailbox-" + number);
    }

    static AccountId anyOf(int people, Random random) {
        return account(1 + random.nextInt(people));
    }

    private static UUID md5(String text) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
