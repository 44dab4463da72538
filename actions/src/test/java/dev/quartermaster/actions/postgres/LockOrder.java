package dev.quartermaster.actions.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Reads every statement that goes to the database and writes down where a transaction locks out of order. A table counts
 * as locked by its first lock in the transaction: later ones are on rows held already.
 */
public final class LockOrder extends DelegatingDataSource {
    private static final Pattern LOCKS = Pattern.compile(
            "(?s)(?:^|\\W)(?:update\\s+(\\w+)\\s|delete\\s+from\\s+(\\w+)|from\\s+(\\w+)(?=.*\\sfor\\s+(?:no key )?update))");
    private static final Pattern ADVISORY =
            Pattern.compile("(?s)pg_advisory_xact_lock\\(hashtextextended\\(.*?, (\\d)\\)");
    private static final Pattern UPSERT = Pattern.compile("(?s)insert\\s+into\\s+(\\w+).*on conflict");

    private static final Pattern INSERT = Pattern.compile("(?s)^insert\\s+into\\s+(\\w+)");

    private final List<String> order;
    private final Map<String, String> under;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Set<String> sequences = Collections.synchronizedSet(new LinkedHashSet<>());

    /**
     * @param order of tables, and of {@code event} and {@code team} for the advisory locks
     * @param under tables whose rows only the holder of another may lock, in any order
     */
    public LockOrder(DataSource target, List<String> order, Map<String, String> under) {
        super(target);
        this.under = Map.copyOf(under);
        this.order = List.copyOf(order);
    }

    /** What was locked before what it must wait for, each with the transaction's locks. */
    public List<String> violations() {
        return violations;
    }

    /** The orders in which transactions locked more than one thing. */
    public Set<String> sequences() {
        return sequences;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        List<String> held = new ArrayList<>();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "commit", "rollback", "close", "setAutoCommit" -> ended(held);
                        default -> {}
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof Statement statement
                                ? seen(statement, arguments == null ? "" : String.valueOf(arguments[0]), real, held)
                                : result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private Object seen(Statement statement, String prepared, Connection connection, List<String> held) {
        Class<?>[] types = statement instanceof PreparedStatement
                ? new Class<?>[] {PreparedStatement.class}
                : new Class<?>[] {Statement.class};
        return Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") && !connection.getAutoCommit()) {
                locked(arguments == null || arguments.length == 0 ? prepared : String.valueOf(arguments[0]), held);
            }
            try {
                return method.invoke(statement, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }

    private void locked(String sql, List<String> held) {
        String text = sql.toLowerCase(Locale.ROOT).strip();
        Matcher advisory = ADVISORY.matcher(text);
        if (advisory.find()) {
            lock(advisory.group(1).equals("0") ? "event" : "team", held);
            return;
        }
        Matcher upsert = UPSERT.matcher(text);
        if (upsert.find()) {
            lock(upsert.group(1), held);
            return;
        }
        Matcher insert = INSERT.matcher(text);
        if (insert.find() && order.contains(insert.group(1)) && !held.contains(insert.group(1))) {
            // Its own row: nobody else can wait for it, or has it.
            held.add(insert.group(1));
        }
        Matcher locks = LOCKS.matcher(text);
        while (locks.find()) {
            for (int group = 1; group <= 3; group++) {
                if (locks.group(group) != null && !locks.group(group).equals("set")) {
                    lock(locks.group(group), held);
                }
            }
        }
    }

    private void lock(String what, List<String> held) {
        if (under.containsKey(what) && !held.contains(under.get(what))) {
            violations.add(what + " without " + under.get(what) + " in " + held);
        }
        if (!order.contains(what) || held.contains(what)) {
            return;
        }
        held.stream()
                .filter(before -> order.indexOf(before) > order.indexOf(what))
                .forEach(before -> violations.add(before + " before " + what + " in " + held));
        held.add(what);
    }

    private void ended(List<String> held) {
        if (held.size() > 1) {
            sequences.add(String.join(" ", held));
        }
        held.clear();
    }
}
