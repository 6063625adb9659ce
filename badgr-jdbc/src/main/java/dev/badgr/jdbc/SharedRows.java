package dev.badgr.jdbc;

import dev.badgr.account.PersonName;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.SharedBadge;
import dev.badgr.backpack.SharedCollection;
import dev.badgr.backpack.SharedView;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a link shows, read in one statement: a row for each badge, or one for a collection without any.
 *
 * @param name the owner's
 * @param collection if the link is to one
 * @param entry one of the badges
 */
record SharedRows(PersonName name, Optional<Collection> collection, Optional<BackpackEntry> entry) {
    /** Of the owner's account {@code p}, a collection {@code c}, an award {@code a}, its badge and issuer. */
    static final String COLUMNS = "p.first_name, p.last_name, %s, %s, %s"
            .formatted(CollectionRows.COLUMNS, AwardRows.COLUMNS, BadgeRows.COLUMNS);

    static Row.Mapper<SharedRows> reader() {
        EntryReader entries = new EntryReader();
        return row -> new SharedRows(
                new PersonName(row.text("first_name"), row.text("last_name")),
                collection(row),
                CollectionRows.item(row, entries));
    }

    private static Optional<Collection> collection(Row row) throws SQLException {
        return row.optionalUuid("collection_id").isPresent() ? Optional.of(CollectionRows.head(row)) : Optional.empty();
    }

    /** The page that these are the rows of; empty if there are none. */
    static Optional<SharedView> view(List<SharedRows> rows, Instant now) {
        List<BackpackEntry> entries =
                rows.stream().flatMap(row -> row.entry().stream()).toList();
        return rows.stream()
                .findFirst()
                .map(first -> first.collection()
                        .<SharedView>map(whole -> SharedCollection.of(whole, entries, first.name(), now))
                        .orElseGet(() -> SharedBadge.of(entries.get(0), first.name(), now)));
    }
}
