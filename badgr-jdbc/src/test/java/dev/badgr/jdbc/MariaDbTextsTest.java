package dev.badgr.jdbc;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.account.Account;
import dev.badgr.award.Badge;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.terms.TermsVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** On MariaDB é and e, upper and lower case, and blanks at the end never meet, whatever the database's own collation is. */
class MariaDbTextsTest {
    private static final List<String> ALIKE = List.of("rene", "René", "rené", "rene\u0301", "rene ", "RENE", "rene\t");
    private static final HikariDataSource DATABASE = MariaDb.migrated(4);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void everyColumnOfTextComparesByItsBytes() throws SQLException {
        Sql others = Sql.of("""
                select concat(table_name, '.', column_name) as found from information_schema.columns
                where table_schema = database() and collation_name <> 'utf8mb4_nopad_bin'
                """);
        Sql tables = Sql.of("""
                select table_name as found from information_schema.tables
                where table_schema = database() and engine = 'InnoDB' and table_collation = 'utf8mb4_nopad_bin'
                """);
        try (Connection connection = DATABASE.getConnection()) {
            Session session = new Session(connection, Database.MARIADB.dialect());
            assertThat(session.list(others, new Params(), row -> row.text("found")))
                    .isEmpty();
            assertThat(session.list(tables, new Params(), row -> row.text("found")))
                    .hasSizeGreaterThan(20)
                    .contains("badgr_schema");
        }
    }

    @Test
    void textsThatLookAlikeAreKeysOfTheirOwn() throws SQLException {
        Sql insert = Sql.of("insert into badgr_spelling (recipient_key, spelling) values (:recipient, :spelling)");
        Sql find = Sql.of("select 1 from badgr_spelling where recipient_key = :recipient and spelling = :spelling");
        UUID mailbox = Some.uuid();
        try (Connection connection = DATABASE.getConnection()) {
            Session session = new Session(connection, Database.MARIADB.dialect());
            for (String text : ALIKE) {
                Params params = Params.with("recipient", mailbox).and("spelling", text + "@school.edu");
                assertThat(session.exists(find, params)).isFalse();
                assertThat(session.insertIfAbsent(insert, params)).isTrue();
            }
            assertThat(session.exists(find, Params.with("recipient", mailbox).and("spelling", "RENÉ@school.edu")))
                    .isFalse();
        }
    }

    @Test
    void addressesThatLookAlikeAreTwoPeoples() {
        Given given = new Given(JdbcStorage.of(DATABASE));
        String word = Some.word() + "@school.edu";
        for (String local : List.of("mike", "mıke", "miké", "mike-")) {
            EmailAddress address = new EmailAddress(local + word);
            Account account = anAccount().at(address).build();
            assertThat(given.storage().stores().accounts().create(given.newcomer(account)))
                    .isEqualTo(Creation.CREATED);
            assertThat(given.storage().stores().accounts().byEmail(Some.recipient(address)))
                    .contains(account);
        }
    }

    @Test
    void versionsOfTheTermsAreToldApart() {
        var terms = JdbcStorage.of(DATABASE).stores().terms();
        for (String version : List.of("v2-é", "v2-e", "V2-E")) {
            TermsVersion published =
                    TermsVersion.of(version, Times.NOW.minusSeconds(60), "https://plp.example/terms", version);
            assertThat(terms.publish(published)).isEqualTo(published);
        }
    }

    @Test
    void tagsAreToldApart() {
        TestApp app = TestApp.on(JdbcStorage.of(DATABASE));
        Person mia = app.personWithAccount();
        Badge badge = app.badgr()
                .badges()
                .define(BadgeFixture.aBadge().tagged("résumé").build())
                .orElseThrow();
        app.award(badge, mia.email());
        var backpacks = app.badgr().backpacks();
        for (String tag : List.of("resume", "Résumé", "résume")) {
            assertThat(backpacks
                            .page(mia.id(), BackpackQuery.newest(5).tagged(tag))
                            .items())
                    .isEmpty();
        }
        assertThat(backpacks
                        .page(mia.id(), BackpackQuery.newest(5).tagged("résumé"))
                        .items())
                .hasSize(1);
    }
}
