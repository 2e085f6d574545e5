package org.greenaudit.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Tells of every statement before it is carried out, and of every commit before and after. */
final class NarratedDataSource extends DelegatingDataSource {

    private final Consumer<String> narrator;

    NarratedDataSource(DataSource target, Consumer<String> narrator) {
        super(target);
        this.narrator = narrator;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connection(super.getConnection());
    }

    private Connection connection(Connection target) {
        return proxy(Connection.class, (proxy, method, args) -> {
            boolean commit = method.getName().equals("commit");
            if (commit) {
                narrator.accept("commit");
            }
            Object result = call(target, method, args);
            if (commit) {
                narrator.accept("committed");
            }
            return result instanceof Statement statement ? statement(statement, args) : result;
        });
    }

    private Statement statement(Statement target, Object[] prepared) {
        String sql = prepared != null && prepared.length > 0 && prepared[0] instanceof String text ? text : "";
        InvocationHandler handler = (proxy, method, args) -> {
            if (method.getName().startsWith("execute")) {
                narrator.accept(args != null && args[0] instanceof String text ? text : sql);
            }
            return call(target, method, args);
        };
        if (target instanceof CallableStatement) {
            return proxy(CallableStatement.class, handler);
        }
        return target instanceof PreparedStatement
                ? proxy(PreparedStatement.class, handler)
                : proxy(Statement.class, handler);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(NarratedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " " + Arrays.toString(args), e);
        }
    }
}
