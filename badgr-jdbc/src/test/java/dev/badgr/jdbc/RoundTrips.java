package dev.badgr.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Listens to a data source: each word is something that goes to the server and back, but for borrowing a connection. */
public final class RoundTrips {
    private static final Set<String> WORDS =
            Set.of("commit", "rollback", "setAutoCommit", "setSavepoint", "getMetaData");

    private final List<String> words = new ArrayList<>();

    public DataSource listeningTo(DataSource source) {
        return proxy(DataSource.class, source);
    }

    /** What was done since the last call of this. */
    public List<String> since() {
        List<String> heard = List.copyOf(words);
        words.clear();
        return heard;
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            hear(method.getName());
            try {
                return heard(method.invoke(target, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private void hear(String method) {
        if (method.equals("getConnection") || method.startsWith("execute") || WORDS.contains(method)) {
            words.add(method.startsWith("execute") ? "execute" : method);
        }
    }

    private Object heard(Object result) {
        if (result instanceof Connection) {
            return proxy(Connection.class, result);
        } else if (result instanceof PreparedStatement && !(result instanceof CallableStatement)) {
            return proxy(PreparedStatement.class, result);
        }
        return result instanceof Statement ? proxy(Statement.class, result) : result;
    }
}
