/**
 * The law of storage in code. An adapter is a storage when {@link dev.badgr.contract.StorageContracts}, extended with a
 * {@code storage()}, passes.
 */
package dev.badgr.contract;
