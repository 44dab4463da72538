package dev.quartermaster.bot.program;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Put around the program's database by {@link #SOURCES}: writes down what one thread executes, whatever others do meanwhile. */
public final class StatementTally implements BeanPostProcessor {
    /** Among the settings of {@link Started}. */
    public static final String SOURCES = "--spring.main.sources=dev.quartermaster.bot.program.StatementTally";

    private static final ThreadLocal<List<String>> EXECUTED = new ThreadLocal<>();

    /** What the calling thread executes meanwhile, in order. */
    public static List<String> during(Runnable work) {
        List<String> executed = new ArrayList<>();
        EXECUTED.set(executed);
        try {
            work.run();
        } finally {
            EXECUTED.remove();
        }
        return executed;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource") ? new Counted(source) : bean;
    }

    private static final class Counted extends DelegatingDataSource {
        Counted(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return proxy(Connection.class, super.getConnection(), "");
        }
    }

    /** @param prepared what it executes where nothing else is said */
    private static <T> T proxy(Class<T> type, T real, String prepared) {
        return type.cast(Proxy.newProxyInstance(
                StatementTally.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                    String said = arguments == null ? prepared : String.valueOf(arguments[0]);
                    if (method.getName().startsWith("execute") && EXECUTED.get() != null) {
                        EXECUTED.get().add(said);
                    }
                    return switch (result) {
                        case PreparedStatement statement -> proxy(PreparedStatement.class, statement, said);
                        case Statement statement -> proxy(Statement.class, statement, "");
                        case null, default -> result;
                    };
                }));
    }
}
