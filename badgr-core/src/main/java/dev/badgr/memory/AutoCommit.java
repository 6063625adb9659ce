package dev.badgr.memory;

import dev.badgr.port.Stores;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes stores each of whose calls is a transaction of its own, out of stores of one transaction. */
final class AutoCommit {
    private final Journal journal;
    private final Map<Method, Object> ports = new ConcurrentHashMap<>();

    private AutoCommit(Journal journal) {
        this.journal = journal;
    }

    static Stores stores(Journal journal) {
        AutoCommit each = new AutoCommit(journal);
        return (Stores) each.proxy(Stores.class, (stores, accessor, none) -> each.port(accessor));
    }

    private Object port(Method accessor) {
        return ports.computeIfAbsent(
                accessor, key -> proxy(key.getReturnType(), (port, call, given) -> inTransaction(key, call, given)));
    }

    private Object inTransaction(Method accessor, Method call, Object @Nullable [] given) {
        return journal.atomically(in -> invoke(call, invoke(accessor, new InMemoryStores(in), null), given));
    }

    private Object proxy(Class<?> port, InvocationHandler handler) {
        return Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (self, method, given) -> method.getDeclaringClass() == Object.class
                        ? invoke(method, this, given)
                        : handler.invoke(self, method, given));
    }

    private static Object invoke(Method method, Object on, Object @Nullable [] given) {
        try {
            return method.invoke(on, given);
        } catch (InvocationTargetException e) {
            // Ports declare no checked exceptions.
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
