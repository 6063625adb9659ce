package dev.badgr.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.port.Misconfigured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables can be spread as the script for Citus spreads them, and the rules for statements find what Citus refuses. That
 * badgr's statements keep these rules is looked at where the contracts run on PostgreSQL.
 */
class CitusRulesTest {
    private static final HikariDataSource DATABASE = Postgres.migrated(2);
    private static final CitusLayout LAYOUT = CitusLayout.ofScript();

    private final CitusRules rules = CitusRules.ofScript();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void everyTableHasItsPlace() throws SQLException {
        assertThat(LAYOUT.keys().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        column("select tablename from pg_tables where tablename like 'badgr%'"));
    }

    /** Citus can't keep a key unique that it would have to look for on all shards. */
    @Test
    void everyUniqueKeyHasTheColumnThatItsTableIsSpreadBy() throws SQLException {
        List<String> lacking = new ArrayList<>();
        for (String table : LAYOUT.groups().keySet()) {
            String unique = """
                    select array_to_string(array(
                        select attname from pg_attribute where attrelid = indrelid and attnum = any(indkey)), ' ')
                    from pg_index where indisunique and indrelid = '%s'::regclass
                    """.formatted(table);
            for (String columns : column(unique)) {
                if (!Set.of(columns.split(" ")).contains(LAYOUT.key(table))) {
                    lacking.add(table + " (" + columns + ")");
                }
            }
        }
        assertThat(lacking).isEmpty();
    }

    @Test
    void tablesThatLieTogetherAreSpreadByColumnsOfOneType() throws SQLException {
        for (String table : LAYOUT.groups().keySet()) {
            assertThat(type(table)).as(table).isEqualTo(type(LAYOUT.groups().get(table)));
        }
    }

    @Test
    void noKeyLeadsToAnotherTable() throws SQLException {
        assertThat(
                        column(
                                "select conname from pg_constraint where contype = 'f' and conrelid::regclass::text like 'badgr%'"))
                .isEmpty();
    }

    /** Functions of the same names note what they are asked for. */
    @Test
    void theScriptRunsAndRunsAgain() throws SQLException {
        run("create table pg_dist_partition (logicalrelid regclass primary key)");
        run("""
                create function create_reference_table(t text) returns void language sql
                as 'insert into pg_dist_partition values (t::regclass)'""");
        run("""
                create function create_distributed_table(t text, key text, colocate_with text) returns void language sql
                as 'insert into pg_dist_partition values (t::regclass)'""");
        for (int time = 0; time < 2; time++) {
            for (String statement : JdbcSchema.distribution().statements()) {
                run(statement);
            }
            assertThat(new HashSet<>(column("select logicalrelid::text from pg_dist_partition")))
                    .isEqualTo(LAYOUT.keys().keySet());
        }
    }

    @Test
    void aDatabaseWithoutCitusIsToldSo() {
        assertThatThrownBy(() -> JdbcSchema.distribute(DATABASE))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("create extension citus");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from badgr_notice where next_attempt_at <= ? limit ? for update skip locked",
                "select 1 from badgr_award a join badgr_account b on a.recipient_key = b.id where b.id = ? for update",
                "update badgr_award set revoked_at = now() where recipient_key = ?",
                "delete from badgr_challenge where ctid in (select ctid from badgr_challenge where expires_at < ? limit 5)",
                "insert into badgr_sign_in_count as c (subject) values (?) on conflict (subject) do update set failures = 1 where c.last_at + interval '1 second' < ?",
                "insert into badgr_award (recipient_key) values (?) on conflict (sequence) do nothing",
                "update badgr_award set state = ?, recipient_key = ? where recipient_key = ?",
                "select * from badgr_verified_email e join badgr_account a on a.id = e.account_id",
                "select * from badgr_challenge c join badgr_verified_email e on e.recipient_key = c.recipient_key where e.account_id = ?",
                "select id from badgr_account t where not exists (select 1 from badgr_verified_email e where e.account_id = t.id)",
                "update badgr_collection set version = 2 where owner = ? and exists (select 1 from badgr_award a where a.recipient_key = ?)",
                "with e as (select 1) select * from e left join badgr_award a on a.sequence = ?",
                "insert into badgr_award (recipient_key) values ((select recipient_key from badgr_verified_email))"
            })
    void whatCitusRefusesIsFound(String statement) {
        assertThat(rules.broken(statement)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from badgr_account where id = ? for update",
                "with free as materialized (select 1 from badgr_notice where recipient_key = ? and id = ? for update skip locked) delete from badgr_notice where recipient_key = ? and id = ? and exists (select 1 from free)",
                "update badgr_award set state = ? where recipient_key = ? and exists (select 1 from badgr_verified_email e where e.recipient_key = ? and e.account_id = ?)",
                "select * from badgr_verified_email e join badgr_award a on a.recipient_key = e.recipient_key where e.account_id = ?",
                "update badgr_verified_email set account_id = ? where account_id = ?",
                "insert into badgr_guess_count as g (bucket) values (?) on conflict (bucket) do update set wrong = g.wrong + 1"
            })
    void whatCitusTakesIsNot(String statement) {
        assertThat(rules.broken(statement)).isEmpty();
    }

    private static String type(String table) throws SQLException {
        return column(
                        "select format_type(atttypid, atttypmod) from pg_attribute where attrelid = '%s'::regclass and attname = '%s'"
                                .formatted(table, LAYOUT.key(table)))
                .get(0);
    }

    private static List<String> column(String query) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
