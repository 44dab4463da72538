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
        return parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Server server = context.getRoot().getStore(OURS).computeIfAbsent("server", key -> Server.start(), Server.class);
        ExtensionContext testClass = context;
        while (testClass.getTestMethod().isPresent()) {
            testClass = testClass.getParent().orElseThrow();
        }
        return testClass
                .getStore(OURS)
                .computeIfAbsent(
                        "database-" + context.getRequiredTestClass().getName(),
                        key -> server.database(),
                        Database.class);
    }
}
