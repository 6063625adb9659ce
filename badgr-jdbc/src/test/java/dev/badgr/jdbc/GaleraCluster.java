package dev.badgr.jdbc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three MariaDB servers of one Galera cluster on this machine, as durable as in production. */
final class GaleraCluster implements AutoCloseable {
    private static final int NODES = 3;
    private static final String ADDRESS = "127.0.0.1:";

    private final List<MariaDbServer> nodes = new ArrayList<>();
    private final String members;

    private GaleraCluster() {
        List<Integer> groups =
                Stream.generate(MariaDbServer::freePort).limit(NODES).toList();
        members = groups.stream().map(port -> ADDRESS + port).collect(Collectors.joining(","));
        for (int i = 0; i < NODES; i++) {
            nodes.add(MariaDbServer.on(MariaDbServer.newFolder(), options(i, groups.get(i))));
        }
    }

    /** The first node begins the cluster; each of the others takes over its data. */
    static GaleraCluster started() {
        GaleraCluster cluster = new GaleraCluster();
        try {
            cluster.nodes.get(0).start("--wsrep-new-cluster");
            cluster.nodes.get(0).await();
            for (MariaDbServer joining : cluster.nodes.subList(1, NODES)) {
                joining.start();
                joining.await();
            }
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private String[] options(int number, int group) {
        Path galera = MariaDbBinaries.found().galera();
        return new String[] {
            "--wsrep-on=ON",
            "--wsrep-provider=" + galera,
            "--wsrep-cluster-name=badgr",
            "--wsrep-cluster-address=gcomm://" + members,
            "--wsrep-node-name=node" + number,
            "--wsrep-node-address=" + ADDRESS + group,
            "--wsrep-node-incoming-address=127.0.0.1",
            "--wsrep-sst-method=own",
            "--wsrep-sst-receive-address=" + ADDRESS + MariaDbServer.freePort(),
            "--wsrep-provider-options=base_host=127.0.0.1;base_port=%d;gmcast.listen_addr=tcp://127.0.0.1:%d;ist.recv_addr=127.0.0.1:%d"
                    .formatted(group, group, MariaDbServer.freePort()),
            "--binlog-format=ROW",
            "--innodb-autoinc-lock-mode=2"
        };
    }

    MariaDbServer node(int number) {
        return nodes.get(number);
    }

    List<MariaDbServer> nodes() {
        return nodes;
    }

    /** As a host writes it: connections go to whichever node is there, and each sees what the others committed. */
    String url(String database) {
        return "jdbc:mariadb:loadbalance://%s/%s?user=root&sessionVariables=wsrep_sync_wait=3"
                .formatted(nodes.stream().map(MariaDbServer::address).collect(Collectors.joining(",")), database);
    }

    @Override
    public void close() {
        nodes.forEach(MariaDbServer::close);
    }
}
