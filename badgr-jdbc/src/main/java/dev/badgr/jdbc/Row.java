package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import dev.badgr.text.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The row that a result stands at, read by the names of its columns. */
record Row(ResultSet result, Types types) {
    /** Makes something of a row. */
    @FunctionalInterface
    interface Mapper<T> {
        T read(Row row) throws SQLException;
    }

    /** As the driver gives it, to be handed back to it. */
    Object value(String column) throws SQLException {
        Object value = types.value(result, column);
        if (value == null) {
            throw missing(column);
        }
        return value;
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    String text(String column) throws SQLException {
        return optionalText(column).orElseThrow(() -> missing(column));
    }

    Optional<UUID> optionalUuid(String column) throws SQLException {
        return types.uuid(result, column);
    }

    UUID uuid(String column) throws SQLException {
        return optionalUuid(column).orElseThrow(() -> missing(column));
    }

    Optional<Instant> optionalTime(String column) throws SQLException {
        return types.time(result, column);
    }

    Instant time(String column) throws SQLException {
        return optionalTime(column).orElseThrow(() -> missing(column));
    }

    Optional<Bytes> optionalBytes(String column) throws SQLException {
        return Optional.ofNullable(result.getBytes(column)).map(Bytes::of);
    }

    Bytes bytes(String column) throws SQLException {
        return optionalBytes(column).orElseThrow(() -> missing(column));
    }

    /** A part of the row's key. */
    String key(String column) throws SQLException {
        return types.key(result, column);
    }

    int number(String column) throws SQLException {
        return result.getInt(column);
    }

    long bigNumber(String column) throws SQLException {
        return result.getLong(column);
    }

    boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    <E extends Enum<E>> E oneOf(Class<E> names, String column) throws SQLException {
        return Enum.valueOf(names, text(column));
    }

    AccountId account(String column) throws SQLException {
        return new AccountId(uuid(column));
    }

    RecipientKey recipient(String column) throws SQLException {
        return new RecipientKey(uuid(column));
    }

    EmailAddress address(String column) throws SQLException {
        return new EmailAddress(text(column));
    }

    Locale locale(String column) throws SQLException {
        return Locale.forLanguageTag(text(column));
    }

    /** Names an award by two columns that are both null or both not. */
    Optional<AwardId> optionalAward(String recipient, String sequence) throws SQLException {
        Optional<UUID> one = optionalUuid(recipient);
        Optional<UUID> other = optionalUuid(sequence);
        return one.flatMap(key -> other.map(number -> new AwardId(new RecipientKey(key), number)));
    }

    private static IllegalStateException missing(String column) {
        return new IllegalStateException(column + ": null in the database");
    }
}
