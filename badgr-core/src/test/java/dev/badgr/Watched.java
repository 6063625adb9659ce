package dev.badgr;

import dev.badgr.port.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sees every value that goes into or comes out of a port or a verb, and whatever these values hold. */
final class Watched {
    private static final String HOME = "dev.badgr.";

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** A port that does what the real one does, and shows it. */
    <T> T port(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> call(real, method, args)));
    }

    /** A value, and all that can be reached from it. */
    <T> T see(T value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::see);
        } else if (value instanceof Collection<?> many) {
            many.forEach(this::see);
        } else if (value instanceof Map<?, ?> map) {
            see(map.values());
        } else if (value instanceof Object[] many) {
            see(java.util.List.of(many));
        } else if (value.getClass().getName().startsWith(HOME) && seen.add(value) && value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                seeComponent(value, component);
            }
        }
        return value;
    }

    Set<Object> all() {
        return Collections.unmodifiableSet(seen);
    }

    private void seeComponent(Object owner, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            Object held = accessor.invoke(owner);
            if (held != null) {
                see(held);
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("every component can be read", e);
        }
    }

    private @Nullable Object call(Object real, Method method, Object @Nullable [] args) throws Throwable {
        Object[] given = args == null ? new Object[0] : args;
        for (int i = 0; i < given.length; i++) {
            see(given[i]);
            if (given[i] instanceof Function<?, ?> work && method.getName().equals("inTransaction")) {
                given[i] = watchingStores(work);
            }
        }
        try {
            Object answer = method.invoke(real, given);
            if (answer != null && isPort(method.getReturnType())) {
                return watched(method.getReturnType(), answer);
            }
            return answer == null ? null : see(answer);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private Function<Stores, Object> watchingStores(Function<?, ?> work) {
        return stores -> ((Function<Stores, Object>) work).apply(port(Stores.class, stores));
    }

    private <T> T watched(Class<T> type, Object real) {
        return port(type, type.cast(real));
    }

    private static boolean isPort(Class<?> type) {
        return type.isInterface() && type.getPackageName().equals(Stores.class.getPackageName());
    }
}
