package org.greenaudit.store.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that hold a (shared) lock while they carry out a statement, a commit or a rollback. */
final class StatementGate extends DelegatingDataSource {

    private static final Set<String> ENDS = Set.of("commit", "rollback", "setAutoCommit", "close");

    private final Lock lock;

    /** The same connections behind a lock. */
    StatementGate(DataSource target, Lock lock) {
        super(target);
        this.lock = lock;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection target = super.getConnection();
        return proxy(Connection.class, (proxy, method, args) -> {
            Object result = ENDS.contains(method.getName()) ? locked(target, method, args) : call(target, method, args);
            return result instanceof Statement statement ? statement(statement) : result;
        });
    }

    private Statement statement(Statement target) {
        InvocationHandler handler = (proxy, method, args) ->
                method.getName().startsWith("execute") ? locked(target, method, args) : call(target, method, args);
        if (target instanceof CallableStatement) {
            return proxy(CallableStatement.class, handler);
        }
        return target instanceof PreparedStatement
                ? proxy(PreparedStatement.class, handler)
                : proxy(Statement.class, handler);
    }

    private Object locked(Object target, Method method, Object[] args) throws Throwable {
        lock.lock();
        try {
            return call(target, method, args);
        } finally {
            lock.unlock();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(StatementGate.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
