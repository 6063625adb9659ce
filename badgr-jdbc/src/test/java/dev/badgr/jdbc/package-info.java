/** The contracts on real databases, and what is particular about a database: its failures, its races, its schema. */
@NullMarked
package dev.badgr.jdbc;

import org.jspecify.annotations.NullMarked;
