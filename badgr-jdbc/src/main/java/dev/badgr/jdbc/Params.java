package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.account.PasswordHash;
import dev.badgr.backpack.CollectionId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeHash;
import dev.badgr.email.CodeHashes;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.ClientKey;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of a statement's parameters, in the form that columns have. */
final class Params {
    /** As large as the largest statement needs, since growing costs more than all else here. */
    private final Map<String, @Nullable Object> values = new HashMap<>(64);

    static Params with(String name, @Nullable Object value) {
        return new Params().and(name, value);
    }

    /** One more; an {@link Optional} is null or its value. */
    Params and(String name, @Nullable Object value) {
        values.put(name, column(value));
        return this;
    }

    /** All of another. */
    Params and(Params others) {
        values.putAll(others.values);
        return this;
    }

    /** The same under longer names: see {@link Sql#suffixed}. */
    Params suffixed(String suffix) {
        if (suffix.isEmpty()) {
            return this;
        }
        Params renamed = new Params();
        values.forEach((name, value) -> renamed.values.put(name + suffix, value));
        return renamed;
    }

    void bind(PreparedStatement statement, List<String> names, Types types) throws SQLException {
        bind(statement, 0, names, types);
    }

    /** @param from how many question marks come before those of these names */
    void bind(PreparedStatement statement, int from, List<String> names, Types types) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Object value = values.get(name);
            if (value == null && !values.containsKey(name)) {
                throw new IllegalStateException(name + ": has no value");
            }
            statement.setObject(from + i + 1, types.column(value));
        }
    }

    private static @Nullable Object column(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return column(optional.orElse(null));
        } else if (value instanceof Instant time) {
            return time.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        } else if (value instanceof Enum<?> name) {
            return name.name();
        } else if (value instanceof Locale locale) {
            return locale.toLanguageTag();
        } else if (value instanceof URI uri) {
            return uri.toString();
        }
        return noun(value);
    }

    private static @Nullable Object noun(@Nullable Object value) {
        if (value instanceof AccountId account) {
            return account.value();
        } else if (value instanceof CollectionId collection) {
            return collection.value();
        } else if (value instanceof RecipientKey recipient) {
            return recipient.value();
        } else if (value instanceof ChallengeId challenge) {
            return challenge.value();
        } else if (value instanceof EmailAddress address) {
            return address.text();
        } else if (value instanceof PasswordHash password) {
            return password.phc();
        } else if (value instanceof CodeHash code) {
            return code.value();
        } else if (value instanceof CodeHashes codes) {
            return codes.all().stream().map(CodeHash::value).toArray(String[]::new);
        } else if (value instanceof Bytes bytes) {
            return bytes.toArray();
        } else if (value instanceof ClientKey client) {
            return client.value();
        }
        return value;
    }
}
