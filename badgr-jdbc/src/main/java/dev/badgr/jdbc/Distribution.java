package dev.badgr.jdbc;

import dev.badgr.jdbc.JdbcSchema.Script;
import dev.badgr.port.Misconfigured;

/** Spreads tables over the nodes of a sharded database, each in a transaction of its own: one may hold many rows already. */
record Distribution(Script script) {
    void apply(Jdbc jdbc) {
        if (!jdbc.once(session -> session.dialect().isSharded(session))) {
            throw new Misconfigured("This database has no Citus: give a DataSource to its coordinator, and run"
                    + " \"create extension citus\" there and on the workers");
        }
        for (String statement : script.statements()) {
            jdbc.atomically(session -> {
                session.dialect().lockSchema(session);
                return Migration.execute(session, statement);
            });
        }
    }
}
