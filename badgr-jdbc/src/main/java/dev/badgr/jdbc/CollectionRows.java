package dev.badgr.jdbc;

import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A collection read in one statement, and so as of one moment: a row for each of its items, or one without.
 *
 * @param head the collection itself, without its badges
 * @param item what else is in the row
 */
record CollectionRows<T>(Collection head, Optional<T> item) {
    /** Of a collection {@code c}. */
    static final String COLUMNS = """
            c.owner as collection_owner, c.id as collection_id, c.name as collection_name,
            c.description as collection_description, c.version, c.created_at""";

    /** Reads rows whose item is there if there is a sequence in them. */
    static <T> Row.Mapper<CollectionRows<T>> with(Row.Mapper<T> item) {
        return row -> new CollectionRows<>(head(row), item(row, item));
    }

    static Collection head(Row row) throws SQLException {
        return new Collection(
                new CollectionId(row.uuid("collection_id")),
                row.account("collection_owner"),
                row.text("collection_name"),
                row.optionalText("collection_description"),
                List.of(),
                row.bigNumber("version"),
                row.time("created_at"));
    }

    static <T> Optional<T> item(Row row, Row.Mapper<T> item) throws SQLException {
        return row.optionalUuid("sequence").isPresent() ? Optional.of(item.read(row)) : Optional.empty();
    }

    static <T> List<T> items(List<CollectionRows<T>> rows) {
        return rows.stream().flatMap(row -> row.item().stream()).toList();
    }
}
