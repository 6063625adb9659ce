package dev.badgr.jdbc;

import dev.badgr.contract.StorageContracts;
import dev.badgr.port.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Three nodes of a Galera cluster keep the law of storage together, though each call goes to another one. */
@Tag("cluster")
class GaleraStorageTest extends StorageContracts {
    private static GaleraCluster cluster;
    private static NodesInTurn database;

    @BeforeAll
    static void begin() {
        cluster = GaleraCluster.started();
        MariaDb.run(cluster.node(0).url("", ""), "create database badgr");
        database = NodesInTurn.of(cluster, "badgr", 30);
        JdbcSchema.apply(database);
    }

    @AfterAll
    static void close() {
        try {
            AuditorTests.assertAccountsAreClean(database);
        } finally {
            database.close();
            cluster.close();
        }
    }

    @Override
    protected Storage storage() {
        return JdbcStorage.of(database);
    }
}
