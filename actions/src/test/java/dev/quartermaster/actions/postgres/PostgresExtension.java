package dev.quartermaster.actions.postgres;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps the server in the root's store (closed with the JVM's last test) and a database in each class's. */
class PostgresExtension implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(PostgresExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Database.class || type == Repositories.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Database database = database(context);
        return parameter.getParameter().getType() == Database.class
                ? database
                : ofClass(context)
                        .getStore(OURS)
                        .computeIfAbsent(
                                "repositories-" + context.getRequiredTestClass().getName(),
                                key -> Repositories.over(database),
                                Repositories.class);
    }

    private static Database database(ExtensionContext context) {
        Server server = context.getRoot().getStore(OURS).computeIfAbsent("server", key -> Server.start(), Server.class);
        return ofClass(context)
                .getStore(OURS)
                .computeIfAbsent(
                        "database-" + context.getRequiredTestClass().getName(),
                        key -> server.database(),
                        Database.class);
    }

    private static ExtensionContext ofClass(ExtensionContext context) {
        ExtensionContext testClass = context;
        while (testClass.getTestMethod().isPresent()) {
            testClass = testClass.getParent().orElseThrow();
        }
        return testClass;
    }
}
