package dev.badgr;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the security log writes while a test runs; slf4j-simple writes it to the standard error, at the level it has. */
final class LogCapture implements AutoCloseable {
    private static final int DEBUG = 10;

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Logger logger = LoggerFactory.getLogger("dev.badgr.security");
    private final int levelBefore = level(DEBUG);

    LogCapture() {
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void close() {
        System.setErr(before);
        level(levelBefore);
    }

    /** There is no call for it: slf4j-simple takes levels from system properties, once. */
    private int level(int next) {
        try {
            Field field = logger.getClass().getDeclaredField("currentLogLevel");
            field.setAccessible(true);
            int old = field.getInt(logger);
            field.setInt(logger, next);
            return old;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the tests run with slf4j-simple", e);
        }
    }
}
