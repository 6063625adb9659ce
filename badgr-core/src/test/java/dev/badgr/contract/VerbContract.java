package dev.badgr.contract;

import dev.badgr.Badgr;
import dev.badgr.fixture.TestApp;
import dev.badgr.port.Storage;
import org.junit.jupiter.api.BeforeEach;

/** An application that keeps its data in the storage under test. */
public abstract class VerbContract {
    static final int CROWD = 64;

    TestApp app;

    /**
     * The storage under test, the same for all tests of a class. Its data need not be empty, but must be for tests only and
     * begin empty with each run: see {@link dev.badgr.fixture.Times}. Not one in which {@link StorageContract} has kept the
     * check of another installation.
     */
    protected abstract Storage storage();

    @BeforeEach
    final void setUpTheApp() {
        app = TestApp.on(storage());
    }

    final Badgr badgr() {
        return app.badgr();
    }
}
