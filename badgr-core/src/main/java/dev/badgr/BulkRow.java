package dev.badgr;

/**
 * A row of a bulk run.
 *
 * @param number from 1 on; of a file the number of its line
 * @param wanted what it asks for, or why that can't be read
 */
record BulkRow<T>(long number, Result<T> wanted) {}
