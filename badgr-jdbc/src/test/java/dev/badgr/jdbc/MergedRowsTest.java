package dev.badgr.jdbc;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.Badgr;
import dev.badgr.CollectionForm;
import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which columns name an account, before it is merged into another and after that. */
class MergedRowsTest {
    /** A challenge ends by itself, and can't be used without its account. */
    private static final Set<String> MAY_STAY =
            Set.of("badgr_merge.gone", "badgr_challenge.account_id", "badgr_challenge.other_account_id");

    private static final Set<String> ID_TYPES = Set.of("uuid", "binary");

    @Test
    void onPostgresNothingIsLeftBehind() throws SQLException {
        try (HikariDataSource database = Postgres.migrated(4)) {
            assertNothingIsLeftBehind(database, Database.POSTGRESQL);
        }
    }

    @Test
    void onH2NothingIsLeftBehind(@TempDir Path folder) throws SQLException {
        try (HikariDataSource database = H2Files.migrated(folder, 4)) {
            assertNothingIsLeftBehind(database, Database.H2);
        }
    }

    @Test
    void onMariaDbNothingIsLeftBehind() throws SQLException {
        try (HikariDataSource database = MariaDb.migrated(4)) {
            assertNothingIsLeftBehind(database, Database.MARIADB);
        }
    }

    private static void assertNothingIsLeftBehind(DataSource database, Database kind) throws SQLException {
        TestApp app = TestApp.on(JdbcStorage.of(database));
        Person survivor = app.personWithAccount();
        Person gone = somebodyWithEverything(app);
        Set<String> before = columnsThatName(database, kind, gone.id());
        assertThat(before)
                .contains(
                        "badgr_account.id",
                        "badgr_audit.account_id",
                        "badgr_challenge.account_id",
                        "badgr_collection.owner",
                        "badgr_collection_entry.owner",
                        "badgr_linked_identity.account_id",
                        "badgr_marketing_consent.account_id",
                        "badgr_share_link.owner",
                        "badgr_sign_in_count.subject",
                        "badgr_terms_consent.account_id",
                        "badgr_verified_email.account_id");
        merge(app, survivor, gone);
        assertThat(columnsThatName(database, kind, gone.id()))
                .contains("badgr_merge.gone")
                .isSubsetOf(MAY_STAY);
        before.removeAll(Set.of("badgr_challenge.account_id", "badgr_sign_in_count.subject"));
        assertThat(columnsThatName(database, kind, survivor.id())).containsAll(before);
    }

    private static Person somebodyWithEverything(TestApp app) {
        Badgr badgr = app.badgr();
        Person person = app.personWithAccount();
        person = person.after(badgr.accounts()
                .link(person.session(), Some.identity(), person.client())
                .orElseThrow());
        badgr.consents().setEmailUpdates(person.id(), true);
        AwardId award = app.awarded(person.email());
        badgr.sharing().create(person.id(), award, Optional.empty()).orElseThrow();
        var collection = badgr.collections()
                .create(person.id(), new CollectionForm("Best of", ""))
                .orElseThrow();
        badgr.collections().add(person.id(), collection.id(), award).orElseThrow();
        badgr.signIns().withPassword(signIn(person.email(), OTHER_PASSWORD), TestApp.newClient());
        app.asksToAdd(person, Some.address());
        return person;
    }

    private static void merge(TestApp app, Person survivor, Person gone) {
        Badgr badgr = app.badgr();
        app.passes(Duration.ofMinutes(1));
        var sent = badgr.merges()
                .begin(survivor.session(), email(gone.email()), survivor.client())
                .orElseThrow();
        var proof = badgr.merges()
                .confirm(survivor.session(), sent.challenge(), code(app.codeTo(gone.email())), survivor.client())
                .orElseThrow();
        badgr.merges().merge(survivor.session(), proof, survivor.client()).orElseThrow();
    }

    /** Of whatever table there is, also of those that are to come. */
    private static Set<String> columnsThatName(DataSource database, Database kind, AccountId account)
            throws SQLException {
        Set<String> named = new TreeSet<>();
        try (Connection connection = database.getConnection()) {
            Session session = new Session(connection, kind.dialect());
            for (String column : idColumns(connection)) {
                String[] parts = column.split("\\.", 2);
                Sql rows = Sql.of("select 1 from %s where %s = :account".formatted(parts[0], parts[1]));
                if (session.exists(rows, Params.with("account", account))) {
                    named.add(column);
                }
            }
        }
        return named;
    }

    private static Set<String> idColumns(Connection connection) throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (ResultSet all = connection.getMetaData().getColumns(connection.getCatalog(), null, null, null)) {
            while (all.next()) {
                String name =
                        (all.getString("TABLE_NAME") + "." + all.getString("COLUMN_NAME")).toLowerCase(Locale.ROOT);
                String type = all.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith("badgr_") && ID_TYPES.contains(type)) {
                    columns.add(name);
                }
            }
        }
        return columns;
    }
}
