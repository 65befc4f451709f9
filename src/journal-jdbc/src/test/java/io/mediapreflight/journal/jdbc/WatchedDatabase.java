package io.mediapreflight.journal.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javax.sql.DataSource;

/** A database that is lost at a moment of the test's choice, or has something happen before a transaction. */
final class WatchedDatabase {
    private final DataSource source;
    private final Queue<Incident> incidents = new ArrayDeque<>();
    private Step others = () -> {};

    WatchedDatabase(DataSource source) {
        this.source = source;
    }

    /** What happens to a transaction. */
    enum Incident {
        NONE,
        NO_CONNECTION,
        LOST_BEFORE_COMMIT,
        LOST_BEHIND_COMMIT,

        /** Does what {@link #between} is given, and then nothing to the transaction. */
        OTHERS_FIRST
    }

    /** What others do meanwhile. */
    interface Step {
        void run() throws Exception;
    }

    /** One incident for each of the next transactions. */
    void next(Incident... each) {
        incidents.addAll(List.of(each));
    }

    /** Others come between the next transaction and the one behind it. */
    void between(Step step) {
        others = step;
        next(Incident.NONE, Incident.OTHERS_FIRST);
    }

    DataSource source() {
        return proxy(
                DataSource.class,
                (self, method, arguments) ->
                        method.getName().equals("getConnection") ? connection() : call(source, method, arguments));
    }

    private Connection connection() throws Exception {
        Incident incident = incidents.isEmpty() ? Incident.NONE : incidents.remove();
        if (incident == Incident.NO_CONNECTION) {
            throw lost();
        }
        if (incident == Incident.OTHERS_FIRST) {
            others.run();
        }
        Connection connection = source.getConnection();
        return proxy(Connection.class, (self, method, arguments) -> {
            boolean commits = method.getName().equals("commit");
            if (commits && incident == Incident.LOST_BEFORE_COMMIT) {
                throw lost();
            }
            Object result = call(connection, method, arguments);
            if (commits && incident == Incident.LOST_BEHIND_COMMIT) {
                throw lost();
            }
            return result;
        });
    }

    private static SQLException lost() {
        return new SQLException("the connection is lost", "08006");
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
