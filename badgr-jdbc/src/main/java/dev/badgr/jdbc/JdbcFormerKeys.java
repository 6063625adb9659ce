package dev.badgr.jdbc;

import dev.badgr.email.RecipientKey;
import dev.badgr.port.FormerKeyStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Former keys in a table that {@link Rekey} writes. */
record JdbcFormerKeys(Jdbc jdbc) implements FormerKeyStore {
    private static final Sql SUCCESSOR = Sql.of("select new_key from badgr_former_key where old_key = :key");
    private static final String BEFORE = "select old_key, new_key from badgr_former_key where new_key in (%s)";

    @Override
    public Optional<RecipientKey> successor(RecipientKey former) {
        return jdbc.once(
                session -> session.one(SUCCESSOR, Params.with("key", former), row -> row.recipient("new_key")));
    }

    @Override
    public List<FormerKey> before(Set<RecipientKey> current) {
        if (current.isEmpty()) {
            return List.of();
        }
        List<RecipientKey> keys = List.copyOf(current);
        List<String> names =
                IntStream.range(0, keys.size()).mapToObj(i -> "key" + i).toList();
        String marks = names.stream().map(name -> "?").collect(Collectors.joining(", "));
        Params params = new Params();
        for (int i = 0; i < keys.size(); i++) {
            params.and(names.get(i), keys.get(i));
        }
        return jdbc.once(session -> session.list(
                new Sql(BEFORE.formatted(marks), names),
                params,
                row -> new FormerKey(row.recipient("old_key"), row.recipient("new_key"))));
    }
}
