package dev.badgr.jdbc;

import dev.badgr.Secrets;
import dev.badgr.port.Misconfigured;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Looks whether badgr's data is as it must always be: after a fault, a restored backup, or once a night. It changes nothing
 * and locks nothing, and reads everything as of one moment, so it runs beside the living application.
 *
 * <p>It reads whole tables: on a large database let it run when little else does, or on a replica. Its transaction stays open
 * for as long as that takes. Immutable and safe for use by many threads.
 */
public final class Auditor {
    private static final int FINDINGS_PER_CHECK = 100;
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(5);
    /** SQLSTATE class 57, operator intervention: the statement was cancelled. */
    private static final String CANCELLED = "57014";
    /** Feature not supported: Citus doesn't compare tables that are spread by different keys. */
    private static final String NOT_HERE = "0A000";

    private final OwnConnections connections;
    private final Optional<Secrets> secrets;
    private final Duration patience;

    private Auditor(OwnConnections connections, Optional<Secrets> secrets, Duration patience) {
        this.connections = connections;
        this.secrets = secrets;
        this.patience = patience;
    }

    /** Of the database that this leads to. */
    public static Auditor of(DataSource dataSource) {
        Objects.requireNonNull(dataSource, "dataSource");
        return new Auditor(new OwnConnections(dataSource, null), Optional.empty(), USUAL_PATIENCE);
    }

    /** The same, which also looks whether each address is stored under the key that this installation's secret gives it. */
    public Auditor with(Secrets installation) {
        return new Auditor(connections, Optional.of(installation), patience);
    }

    /**
     * The same with another time limit for each check's statement; five minutes by default.
     *
     * @param each at least a second
     */
    public Auditor within(Duration each) {
        if (each.compareTo(Duration.ofSeconds(1)) < 0 || each.toSeconds() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("each: at least a second");
        }
        return new Auditor(connections, secrets, each);
    }

    /**
     * Runs every check.
     *
     * @return at most a hundred findings of each check
     * @throws Misconfigured if the secret is not this installation's, or the tables are missing
     * @throws dev.badgr.port.StorageUnavailable if the database can't be reached
     */
    public AuditReport audit() {
        return connections.snapshot(this::audit);
    }

    /** In the transaction that is open, and of what it sees. */
    AuditReport audit(Session session) throws SQLException {
        List<AuditReport.Finding> findings = new ArrayList<>();
        List<String> unfinished = new ArrayList<>();
        for (AuditCheck check : checks(session)) {
            // Elsewhere none is set: a driver may refuse it where all is read-only.
            Optional<Savepoint> before = session.dialect().failuresEndTransactions()
                    ? Optional.of(session.connection().setSavepoint())
                    : Optional.empty();
            try {
                findings.addAll(session.findings(check, FINDINGS_PER_CHECK, patience));
            } catch (SQLException e) {
                if (!isTooSlow(e) && !NOT_HERE.equals(e.getSQLState())) {
                    throw e;
                }
                if (before.isPresent()) {
                    session.connection().rollback(before.get());
                }
                unfinished.add(check.name());
            }
        }
        return new AuditReport(findings, unfinished);
    }

    private List<AuditCheck> checks(Session session) throws SQLException {
        List<AuditCheck> checks = new ArrayList<>(Checks.ALL);
        if (secrets.isPresent()) {
            requireSameInstallation(session, secrets.get());
            checks.addAll(Checks.keys(secrets.get().recipients()));
        }
        return checks;
    }

    private static void requireSameInstallation(Session session, Secrets given) throws SQLException {
        Optional<Installation> kept = Installation.read(session);
        if (kept.isPresent() && !kept.get().requireAtRest().check().equals(given.installationCheck())) {
            throw new Misconfigured("This database was set up under another recipient secret: audit it with that one");
        }
    }

    private static boolean isTooSlow(SQLException e) {
        return e instanceof SQLTimeoutException || CANCELLED.equals(e.getSQLState());
    }
}
