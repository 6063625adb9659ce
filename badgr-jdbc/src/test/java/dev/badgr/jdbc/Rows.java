package dev.badgr.jdbc;

import dev.badgr.email.RecipientKey;
import dev.badgr.text.Base64Url;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** All that badgr's tables hold, whatever tables there are by then. */
record Rows(Map<String, List<Map<String, Object>>> tables, Set<String> uuidColumns) {
    private static final String MAPPING = "badgr_former_key";

    /** Tables and columns with recipient keys. */
    static final Set<String> KEYED = KeyedTable.ALL.stream()
            .flatMap(table -> table.keys().stream().map(key -> table.name() + "." + key))
            .collect(Collectors.toCollection(TreeSet::new));

    /** A column that is new here either names mailboxes, and then {@link KeyedTable} needs it, or belongs to these. */
    static final Set<String> MOVED_OR_NAMING_SOMETHING_ELSE = Stream.concat(
                    KEYED.stream(),
                    Stream.of(
                            "badgr_account.id",
                            "badgr_address_move.from_account",
                            "badgr_address_move.id",
                            "badgr_address_move.to_account",
                            "badgr_audit.id",
                            "badgr_award.readdressed_sequence",
                            "badgr_award.reissue_of_sequence",
                            "badgr_award.reissued_sequence",
                            "badgr_award.sequence",
                            "badgr_challenge.account_id",
                            "badgr_challenge.id",
                            "badgr_challenge.other_account_id",
                            "badgr_collection.id",
                            "badgr_collection.owner",
                            "badgr_collection_entry.collection_id",
                            "badgr_collection_entry.owner",
                            "badgr_collection_entry.sequence",
                            "badgr_former_consent.receipt",
                            "badgr_former_key.new_key",
                            "badgr_former_key.old_key",
                            "badgr_import.credential_key",
                            "badgr_import.sequence",
                            "badgr_linked_identity.account_id",
                            "badgr_marketing_consent.account_id",
                            "badgr_merge.gone",
                            "badgr_merge.proof",
                            "badgr_merge.survivor",
                            "badgr_notice.award_sequence",
                            "badgr_notice.id",
                            "badgr_share_link.collection_id",
                            "badgr_share_link.owner",
                            "badgr_share_link.sequence",
                            "badgr_status_slot.sequence",
                            "badgr_terms_consent.account_id",
                            "badgr_unannounced.id",
                            "badgr_verified_email.account_id",
                            "badgr_withdrawal.sequence"))
            .collect(Collectors.toCollection(TreeSet::new));

    static Rows of(DataSource database) throws SQLException {
        Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
        Set<String> uuids = new TreeSet<>();
        try (Connection connection = database.getConnection()) {
            for (String table : names(connection)) {
                tables.put(table, rows(connection, table, uuids));
            }
        }
        return new Rows(tables, uuids);
    }

    /** Where a former key is left, as a value, in a name or in the id of an award. */
    List<String> underFormerKeys() {
        return with(tables.getOrDefault(MAPPING, List.of()).stream()
                .map(row -> (UUID) row.get("old_key"))
                .collect(Collectors.toSet()));
    }

    /** Where a mailbox's key is. */
    List<String> with(RecipientKey key) {
        return with(Set.of(key.value()));
    }

    private List<String> with(Set<UUID> keys) {
        List<String> names = keys.stream()
                .flatMap(key -> Stream.of(key.toString(), idBegin(key)))
                .toList();
        List<String> found = new ArrayList<>();
        tables.forEach((table, rows) -> rows.forEach(row -> row.forEach((column, value) -> {
            if (value != null
                    && !table.equals(MAPPING)
                    && (keys.contains(value)
                            || (value instanceof String text && names.stream().anyMatch(text::contains)))) {
                found.add(table + "." + column);
            }
        })));
        return found;
    }

    /** Which of these columns have no value in any row. */
    List<String> emptyOf(Collection<String> columns) {
        return columns.stream()
                .filter(name -> {
                    String table = name.substring(0, name.indexOf('.'));
                    String column = name.substring(table.length() + 1);
                    return tables.getOrDefault(table, List.of()).stream().noneMatch(row -> row.get(column) != null);
                })
                .toList();
    }

    /** How many rows each table has, but for those that the move itself writes, and the ones that are forgotten in it. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        tables.forEach((table, rows) -> counts.put(table, rows.size()));
        counts.keySet().removeAll(Set.of(MAPPING, "badgr_audit", "badgr_sign_in_count"));
        return counts;
    }

    /** The first 21 of the 43 characters of an award's id, which the mailbox alone determines. */
    private static String idBegin(UUID key) {
        ByteBuffer bytes =
                ByteBuffer.allocate(16).putLong(key.getMostSignificantBits()).putLong(key.getLeastSignificantBits());
        return Base64Url.of(bytes.array()).substring(0, 21);
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), null, null, new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith("badgr_")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static List<Map<String, Object>> rows(Connection connection, String table, Set<String> uuids)
            throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table)) {
            ResultSetMetaData columns = result.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (isUuid(columns, i)) {
                    uuids.add(table + "." + columns.getColumnName(i).toLowerCase(Locale.ROOT));
                }
            }
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    Object value = result.getObject(i);
                    if (value instanceof byte[] && isUuid(columns, i)) {
                        value = new MariaDbTypes()
                                .uuid(result, columns.getColumnName(i))
                                .orElseThrow();
                    }
                    row.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), value);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** MariaDB has them as bytes. */
    private static boolean isUuid(ResultSetMetaData columns, int i) throws SQLException {
        String type = columns.getColumnTypeName(i).toLowerCase(Locale.ROOT);
        return type.equals("uuid") || (type.equals("binary") && columns.getPrecision(i) == 16);
    }
}
