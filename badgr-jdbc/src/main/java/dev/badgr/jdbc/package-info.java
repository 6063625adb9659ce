/**
 * Keeps badgr's data in a database, by the host's own {@link javax.sql.DataSource}: {@link dev.badgr.jdbc.JdbcSchema} makes
 * the tables, {@link dev.badgr.jdbc.JdbcStorage} is the storage. What differs between databases is in one subclass of
 * {@code Dialect} each.
 */
@NullMarked
package dev.badgr.jdbc;

import org.jspecify.annotations.NullMarked;
