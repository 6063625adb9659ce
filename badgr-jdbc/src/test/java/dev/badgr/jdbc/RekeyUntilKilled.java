package dev.badgr.jdbc;

import dev.badgr.Secrets;
import dev.badgr.email.HmacKey;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that moves an installation, and is gone before the commit of that number. */
final class RekeyUntilKilled {
    private static final int KILLED = 137;
    /** The test's secrets, which the two processes know. */
    private static final HmacKey CODES = HmacKey.of(new byte[32]);

    private static int left;

    private RekeyUntilKilled() {}

    /** Whether it was killed, rather than done before. */
    static boolean isKilled(String url, int commits, String from, String to) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RekeyUntilKilled.class.getName(),
                        url,
                        Integer.toString(commits),
                        from,
                        to))
                .inheritIO()
                .start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new AssertionError("the move did not end");
            }
        } finally {
            process.destroyForcibly();
        }
        int exit = process.exitValue();
        if (exit != 0 && exit != KILLED) {
            throw new AssertionError("the move ended with " + exit);
        }
        return exit == KILLED;
    }

    /** In the other process. */
    public static void main(String[] arguments) {
        left = Integer.parseInt(arguments[1]);
        DataSource database = deadly(source(arguments[0]));
        Rekey.of(database, secrets(arguments[2]), secrets(arguments[3]))
                .inSlicesOf(5)
                .run(progress -> {});
    }

    static Secrets secrets(String recipients) {
        return new Secrets(CODES, HmacKey.of(Base64.getDecoder().decode(recipients)));
    }

    private static DataSource source(String url) {
        if (url.startsWith("jdbc:h2:")) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(url);
            return h2;
        }
        if (url.startsWith("jdbc:mariadb:")) {
            return MariaDb.source(url);
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(url);
        return postgres;
    }

    private static DataSource deadly(DataSource database) {
        return proxy(DataSource.class, database);
    }

    /** What it hands out is as deadly. */
    private static <T> T proxy(Class<T> type, T behind) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("commit") && --left == 0) {
                        Runtime.getRuntime().halt(KILLED);
                    }
                    try {
                        Object result = method.invoke(behind, arguments);
                        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }
}
