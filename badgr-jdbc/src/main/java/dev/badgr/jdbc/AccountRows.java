package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.PersonName;
import dev.badgr.account.Preferences;
import dev.badgr.email.RecipientKey;
import dev.badgr.email.VerifiedEmail;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Accounts read in one statement, and so as of one moment: a row for each pair of an address and an identity.
 *
 * @param head the account's own columns
 * @param email one of its addresses
 * @param identity one of its identities
 */
record AccountRows(Head head, VerifiedEmail email, Optional<ExternalIdentity> identity) {
    /** What the account's own row says. */
    record Head(
            AccountId id,
            PersonName name,
            Optional<PasswordHash> password,
            RecipientKey primary,
            Preferences preferences,
            Optional<Instant> disabledAt,
            long epoch,
            Instant createdAt) {}

    /** Of an account {@code a}, an address {@code e} and an identity {@code i}. */
    static final String COLUMNS = """
            a.id, a.first_name, a.last_name, a.password_hash, a.primary_recipient, a.language, a.zone, a.disabled_at, a.epoch,
            a.created_at,
            e.recipient_key, e.address, e.verified_at, i.issuer, i.subject""";

    static final String ORDER = "e.since_epoch, e.verified_at, e.recipient_key, i.since_epoch, i.identity_key";

    static AccountRows read(Row row) throws SQLException {
        VerifiedEmail email =
                new VerifiedEmail(row.address("address"), row.recipient("recipient_key"), row.time("verified_at"));
        return new AccountRows(head(row), email, identity(row, "issuer", "subject"));
    }

    /** The account of this id, whose row this transaction holds. */
    static Optional<Account> held(Session session, AccountId id) throws SQLException {
        Sql query = session.dialect().held(session.dialect().readings().accountById());
        return account(session.list(query, Params.with("id", id), AccountRows::read));
    }

    /** The account that these are the rows of. */
    static Optional<Account> account(List<AccountRows> rows) {
        return rows.stream().map(AccountRows::head).findFirst().map(head -> {
            List<VerifiedEmail> emails =
                    rows.stream().map(AccountRows::email).distinct().toList();
            List<ExternalIdentity> identities = rows.stream()
                    .flatMap(row -> row.identity().stream())
                    .distinct()
                    .toList();
            return new Account(
                    head.id(),
                    head.name(),
                    head.password(),
                    emails,
                    head.primary(),
                    identities,
                    head.preferences(),
                    head.disabledAt(),
                    head.epoch(),
                    head.createdAt());
        });
    }

    /** An identity from two columns that are both null or both not. */
    static Optional<ExternalIdentity> identity(Row row, String issuer, String subject) throws SQLException {
        Optional<String> who = row.optionalText(subject);
        return row.optionalText(issuer).flatMap(by -> who.map(name -> new ExternalIdentity(by, name)));
    }

    private static Head head(Row row) throws SQLException {
        return new Head(
                row.account("id"),
                new PersonName(row.text("first_name"), row.text("last_name")),
                row.optionalText("password_hash").map(PasswordHash::new),
                row.recipient("primary_recipient"),
                new Preferences(row.locale("language"), ZoneId.of(row.text("zone"))),
                row.optionalTime("disabled_at"),
                row.bigNumber("epoch"),
                row.time("created_at"));
    }
}
