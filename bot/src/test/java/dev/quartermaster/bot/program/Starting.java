package dev.quartermaster.bot.program;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps a started program with its class, or above all classes where several share it; JUnit closes what it keeps. */
final class Starting implements ParameterResolver {
    private static final Namespace PROGRAMS = Namespace.create(Starting.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningProgram.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        Sharing shared = test.getAnnotation(Sharing.class);
        if (shared != null) {
            return context.getRoot()
                    .getStore(PROGRAMS)
                    .computeIfAbsent("shared", key -> new Shared(), Shared.class)
                    .program(shared.value());
        }
        String[] settings = test.getAnnotation(Started.class).settings();
        return context.getStore(PROGRAMS)
                .computeIfAbsent("alone", key -> RunningProgram.start(settings), RunningProgram.class);
    }

    /** One at a time: an idle program looks for work all the same, and memory is short. */
    private static final class Shared implements AutoCloseable {
        private String word = "";
        private @Nullable RunningProgram program;

        synchronized RunningProgram program(String wanted) {
            if (program == null || !wanted.equals(word)) {
                close();
                program = RunningProgram.start();
                word = wanted;
            }
            return program;
        }

        @Override
        public synchronized void close() {
            RunningProgram closing = program;
            program = null;
            if (closing != null) closing.close();
        }
    }
}
