package dev.badgr.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.badgr.Secrets;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.jdbc.AuditReport.Finding;
import dev.badgr.port.Misconfigured;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The auditor finds nothing after a busy life, and each thing that is broken by its own check. */
abstract class AuditorTests {
    private static final List<AuditCheck> KEYS = Checks.keys(TestApp.SECRETS.recipients());
    private static final Sql ORPHAN = Sql.of(
            "insert into badgr_marketing_consent (account_id, seq, granted, decided_at, way) values (:nobody, 1, true, :now, 'LINK')");

    abstract DataSource database();

    abstract Database kind();

    /** Lived once for all tests: what they break they roll back. */
    abstract BusyLife life();

    @Test
    void afterABusyLifeAllIsWell() {
        life();
        assertThat(auditor().audit()).isEqualTo(new AuditReport(List.of(), List.of()));
        assertThat(auditor().with(TestApp.SECRETS).audit().isClean()).isTrue();
    }

    @Test
    void forEachCheckSomethingIsBroken() {
        assertThat(Breakage.names())
                .isEqualTo(Stream.concat(Checks.ALL.stream(), KEYS.stream())
                        .map(AuditCheck::name)
                        .sorted()
                        .toList());
    }

    static List<String> checks() {
        return Breakage.names();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void whatIsBrokenIsFoundByItsCheckAlone(String check) throws SQLException {
        BusyLife life = life();
        boolean byKey = KEYS.stream().anyMatch(key -> key.name().equals(check));
        Auditor auditor = byKey ? auditor().with(TestApp.SECRETS) : auditor();
        try (Connection connection = database().getConnection()) {
            connection.setAutoCommit(false);
            Session session = new Session(connection, kind().dialect());
            Breakage.of(check, session, life);
            AuditReport report = auditor.audit(session);
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(report.findings()).extracting(Finding::check).containsExactly(check);
            assertThat(report.toString()).doesNotContain("@");
            assertThat(report.isClean()).isFalse();
        }
    }

    @Test
    void ofOneKindAHundredAreFound() throws SQLException {
        try (Connection connection = database().getConnection()) {
            connection.setAutoCommit(false);
            Session session = new Session(connection, kind().dialect());
            for (int i = 0; i < 120; i++) {
                session.update(ORPHAN, Params.with("nobody", Some.accountId()).and("now", Times.NOW));
            }
            AuditReport report = auditor().audit(session);
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(report.findings()).hasSize(100);
        }
    }

    @Test
    void allIsReadAsOfOneMoment() throws SQLException {
        Sql count = Sql.of("select count(*) as awards from badgr_award");
        Row.Mapper<Long> awards = row -> row.bigNumber("awards");
        BusyLife life = life();
        try (Connection connection = database().getConnection()) {
            int isolation = connection.getTransactionIsolation();
            Session reading = new Session(connection, kind().dialect());
            List<Long> seen = Snapshot.read(reading, session -> {
                long before = session.one(count, new Params(), awards).orElseThrow();
                life.app.awarded(Some.address());
                return List.of(before, session.one(count, new Params(), awards).orElseThrow());
            });
            assertThat(seen.get(1)).isEqualTo(seen.get(0));
            assertThat(reading.one(count, new Params(), awards)).contains(seen.get(0) + 1);
            assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
            assertThat(connection.isReadOnly()).isFalse();
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void anotherSecretIsRefused() {
        life();
        Auditor stranger = auditor().with(Secrets.random());
        assertThatExceptionOfType(Misconfigured.class).isThrownBy(stranger::audit);
    }

    /** After the tests of a suite that did nothing but what verbs do. */
    static void assertClean(DataSource database) {
        assertClean(database, TestApp.SECRETS);
    }

    /** The same under other secrets. */
    static void assertClean(DataSource database, Secrets secrets) {
        assertThat(Auditor.of(database).with(secrets).audit()).isEqualTo(new AuditReport(List.of(), List.of()));
    }

    /** After the tests of stores, which write challenges, consents and notices as no verb does: what accounts came to. */
    static void assertAccountsAreClean(DataSource database) {
        List<String> ofAccounts =
                AccountChecks.ALL.stream().map(AuditCheck::name).toList();
        assertThat(Auditor.of(database).audit().findings())
                .filteredOn(finding ->
                        ofAccounts.contains(finding.check()) || finding.check().startsWith("award-readdressed"))
                .isEmpty();
    }

    final Auditor auditor() {
        return Auditor.of(database());
    }
}
