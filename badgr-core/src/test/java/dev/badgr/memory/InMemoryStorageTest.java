package dev.badgr.memory;

import dev.badgr.contract.StorageContracts;
import dev.badgr.port.Storage;

/** The storage in memory keeps the law of every port. */
class InMemoryStorageTest extends StorageContracts {
    private static final Storage STORAGE = new InMemoryStorage();

    @Override
    protected Storage storage() {
        return STORAGE;
    }
}
