package dev.quartermaster.actions.provider.kubernetes;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A golden path's {@code ready} over the objects as observed, in the order of its manifests. A field that isn't there
 * yet is "not yet", not a mistake: controllers leave out what is zero.
 */
final class Readiness {
    private static final int LONGEST_LOOP = 10_000;

    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final Map<String, CelRuntime.Program> programs = new ConcurrentHashMap<>();

    Readiness() {
        var options = CelOptions.current().comprehensionMaxIterations(LONGEST_LOOP).build();
        compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("objects", ListType.create(SimpleType.DYN))
                .setResultType(SimpleType.BOOL)
                .addLibraries(CelExtensions.strings())
                .build();
        runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(options)
                .addLibraries(CelExtensions.strings())
                .build();
    }

    /** What is wrong with the expression itself; empty when it can be evaluated. */
    Optional<String> fault(String expression) {
        try {
            program(expression);
            return Optional.empty();
        } catch (CelValidationException | CelEvaluationException e) {
            return Optional.of(String.valueOf(e.getMessage()).lines().findFirst().orElse("it can't be read"));
        }
    }

    boolean holds(String expression, List<Map<String, Object>> objects) {
        try {
            return Boolean.TRUE.equals(program(expression)
                    .eval(Map.of("objects", objects.stream().map(Readiness::value).toList())));
        } catch (CelValidationException | CelEvaluationException _) {
            return false;
        }
    }

    private CelRuntime.Program program(String expression) throws CelValidationException, CelEvaluationException {
        var known = programs.get(expression);
        if (known != null) {
            return known;
        }
        var made = runtime.createProgram(compiler.compile(expression).getAst());
        programs.put(expression, made);
        return made;
    }

    /** CEL counts in 64 bits and knows no null keys. */
    private static Object value(Object node) {
        return switch (node) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> {
                    if (value != null) {
                        copy.put(String.valueOf(name), value(value));
                    }
                });
                yield copy;
            }
            case List<?> list -> list.stream().map(Readiness::value).toList();
            case Integer number -> number.longValue();
            case Float number -> number.doubleValue();
            default -> node;
        };
    }
}
