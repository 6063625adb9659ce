package dev.badgr.examples.walkthrough;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder in which the walkthrough keeps everything; for one run at a time. */
final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens the folder, making it if it isn't there.
     *
     * @throws IOException if another run is using it, or it can't be written
     */
    static DataFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(lock) == null) {
            lock.close();
            throw new IOException("another walkthrough is using " + folder);
        }
        return new DataFolder(folder, lock);
    }

    Path cluster() {
        return folder.resolve("postgresql");
    }

    Path secrets() {
        return folder.resolve("secrets.properties");
    }

    Path notebook() {
        return folder.resolve("walkthrough.properties");
    }

    Path log() {
        return folder.resolve("walkthrough.log");
    }

    /** What Ana takes along. */
    Path picture() {
        return folder.resolve("badge.png");
    }

    Path export() {
        return folder.resolve("export.json");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }
}
