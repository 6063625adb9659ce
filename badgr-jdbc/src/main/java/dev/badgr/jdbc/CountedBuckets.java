package dev.badgr.jdbc;

import dev.badgr.text.Uuids;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Counts for mailboxes, whose names end in recipient keys. */
record CountedBuckets(String table, String prefix) {
    static final List<CountedBuckets> ALL =
            List.of(new CountedBuckets("badgr_send_log", "send:"), new CountedBuckets("badgr_guess_count", "address:"));

    private static final Sql SUCCESSOR = Sql.of("select new_key from badgr_former_key where old_key = :key");
    private static final Sql CURRENT = Sql.of("select 1 from badgr_former_key where new_key = :key limit 1");

    /** Gives them their new names. */
    record Moving(CountedBuckets moved, List<String> columns) implements RekeyWork {
        @Override
        public String table() {
            return moved.table;
        }

        /** Those that were moved are looked at again: their names alone tell nothing. */
        @Override
        public Slice next(Session session, Optional<Params> after, int rows) throws SQLException {
            Keyset keyset = Keyset.of(moved.table, "bucket");
            Sql next = keyset.next(after.isEmpty(), List.of(), "t.bucket like '" + moved.prefix + "%'");
            Params params = Params.with("rows", rows).and(after.orElseGet(Params::new));
            List<String> buckets = session.list(next, params, row -> row.text("bucket"));
            for (String bucket : buckets) {
                moved.move(session, columns, bucket);
            }
            return buckets.isEmpty()
                    ? Slice.NONE
                    : new Slice(buckets.size(), Params.with("after_bucket", buckets.get(buckets.size() - 1)));
        }
    }

    /** Gives one its new name. One of a mailbox whose address is nowhere goes: nobody could find it again. */
    private void move(Session session, List<String> columns, String bucket) throws SQLException {
        UUID key = Uuids.parse(bucket.substring(prefix.length())).orElseThrow();
        Params params = Params.with("key", key).and("bucket", bucket);
        Optional<UUID> successor = session.one(SUCCESSOR, params, row -> row.uuid("new_key"));
        if (successor.isPresent()) {
            session.update(copy(columns), params.and("name", prefix + successor.get()));
        } else if (session.exists(CURRENT, params)) {
            return;
        }
        session.update(Sql.of("delete from %s where bucket = :bucket".formatted(table)), params);
    }

    private Sql copy(List<String> columns) {
        List<String> others =
                columns.stream().filter(column -> !column.equals("bucket")).toList();
        String rest = String.join(", ", others);
        return Sql.of(
                "insert into %1$s (bucket, %2$s) select cast(:name as varchar(100)), %2$s from %1$s where bucket = :bucket"
                        .formatted(table, rest));
    }
}
