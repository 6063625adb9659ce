package dev.badgr.memory;

import dev.badgr.contract.VerbContracts;
import dev.badgr.port.Storage;

class InMemoryVerbsTest extends VerbContracts {
    private static final Storage STORAGE = new InMemoryStorage();

    @Override
    protected Storage storage() {
        return STORAGE;
    }
}
