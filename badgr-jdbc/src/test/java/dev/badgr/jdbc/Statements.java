package dev.badgr.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Listens to a data source, and remembers the text of each statement that was prepared. */
final class Statements {
    private final Set<String> texts = ConcurrentHashMap.newKeySet();

    DataSource listeningTo(DataSource source) {
        return proxy(DataSource.class, (self, method, args) -> {
            Object result = invoked(() -> method.invoke(source, args));
            return result instanceof Connection connection ? listeningTo(connection) : result;
        });
    }

    Set<String> texts() {
        return texts;
    }

    private Connection listeningTo(Connection connection) {
        return proxy(Connection.class, (self, method, args) -> {
            if (method.getName().equals("prepareStatement")) {
                texts.add((String) args[0]);
            }
            return invoked(() -> method.invoke(connection, args));
        });
    }

    /** A call by reflection. */
    @FunctionalInterface
    private interface Call {
        Object run() throws ReflectiveOperationException;
    }

    private static Object invoked(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
