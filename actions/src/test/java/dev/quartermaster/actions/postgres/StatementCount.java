package dev.quartermaster.actions.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Writes down every statement executed on its connections, whoever made it: JDBC itself or Hibernate. */
public final class StatementCount extends DelegatingDataSource {
    private final List<String> executed = new CopyOnWriteArrayList<>();

    public StatementCount(DataSource target) {
        super(target);
    }

    /** What was executed meanwhile, in order. */
    public List<String> during(Runnable work) {
        executed.clear();
        work.run();
        return List.copyOf(executed);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return proxy(Connection.class, real, (method, arguments, result) -> {
            String prepared = arguments.length == 0 ? "" : String.valueOf(arguments[0]);
            return switch (result) {
                case PreparedStatement statement -> counted(PreparedStatement.class, statement, prepared);
                case Statement statement -> counted(Statement.class, statement, "");
                case null, default -> result;
            };
        });
    }

    private <S extends Statement> S counted(Class<S> type, S statement, String prepared) {
        return proxy(type, statement, (method, arguments, result) -> {
            if (method.startsWith("execute")) {
                executed.add(arguments.length == 0 ? prepared : String.valueOf(arguments[0]));
            }
            return result;
        });
    }

    private interface After {
        Object called(String method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(
                StatementCount.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        return after.called(method.getName(), arguments == null ? new Object[0] : arguments, result);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
