/** Storage for badgr on plain JDBC: PostgreSQL, and H2 for development. */
@SuppressWarnings("requires-automatic") // PostgreSQL's driver names its module in its manifest only
module dev.badgr.jdbc {
    requires org.slf4j;
    requires tools.jackson.databind;
    requires transitive dev.badgr.core;
    requires transitive java.sql;
    requires static org.postgresql.jdbc;
    requires static transitive org.jspecify;

    exports dev.badgr.jdbc;
}
