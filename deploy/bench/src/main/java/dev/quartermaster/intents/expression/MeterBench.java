package dev.quartermaster.intents.expression;

import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.quartermaster.intents.expression.Expressions.Compiled;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One evaluation with the meter that bounds its work, beside the library's own without it, in the same run. {@code mvn
 * -Pbench -pl deploy/bench -am verify -DskipTests -Dbench.main=dev.quartermaster.intents.expression.MeterBench}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:ActiveProcessorCount=1", "-Xmx1g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
public class MeterBench {
    private static final String COMPARISONS = "p_name == 'rstudio' && p_gpus >= 5 && p_name in ['a', 'b']";
    private static final String ALL_COMPARISONS = "p_name == 'ray-cluster' && p_gpus >= 4 && p_name in ['ray-cluster']";
    private static final String LOOP = "objects.exists(d, d.class == 'internal' && d.name == 'sales.t7')";

    private static final Map<String, ExpressionType> NAMES =
            Map.of("p_name", ExpressionType.WORDS, "p_gpus", ExpressionType.WHOLE, "objects", ExpressionType.TREES);

    private final Map<String, Object> values = Map.of(
            "p_name",
            "ray-cluster",
            "p_gpus",
            4L,
            "objects",
            List.of(
                    Map.of("name", "sales.orders", "class", "internal"),
                    Map.of("name", "sales.returns", "class", "internal"),
                    Map.of("name", "product.catalogue", "class", "public")));

    @Param({COMPARISONS, ALL_COMPARISONS, LOOP})
    public String text = "";

    private Expression metered;
    private CelRuntime.Program bare;

    @Setup
    public void compile() throws Exception {
        metered = switch (Expressions.of(NAMES).compile(text, ExpressionType.TRUTH)) {
            case Compiled.Good(var expression) -> expression;
            case Compiled.Faulty(var what, var todo) -> throw new IllegalStateException(what);
        };
        var compiling =
                CelCompilerFactory.standardCelCompilerBuilder().setStandardMacros(CelStandardMacro.STANDARD_MACROS);
        NAMES.forEach((name, kind) -> compiling.addVar(name, kind.variable()));
        CelCompiler compiler = compiling.build();
        bare = CelRuntimeFactory.plannerRuntimeBuilder()
                .build()
                .createProgram(compiler.compile(text).getAst());
    }

    @Benchmark
    public Object bare() throws Exception {
        return bare.eval(values);
    }

    @Benchmark
    public Object metered() throws Exception {
        return metered.value(values);
    }

    /** @param arguments not looked at */
    public static void main(String[] arguments) throws RunnerException {
        var options =
                new OptionsBuilder().include(MeterBench.class.getSimpleName()).build();
        var results = new Runner(options).run();
        System.out.printf("%n%-66s %9s %9s %7s%n", "ns an evaluation", "without", "metered", "ratio");
        for (var text : List.of(COMPARISONS, ALL_COMPARISONS, LOOP)) {
            double without = only(results, "bare", text);
            double with = only(results, "metered", text);
            System.out.printf("%-66s %9.0f %9.0f %7.2f%n", text, without, with, with / without);
        }
    }

    private static double only(Collection<RunResult> results, String name, String text) {
        return results.stream()
                .filter(result -> result.getPrimaryResult().getLabel().equals(name)
                        && result.getParams().getParam("text").equals(text))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getScore();
    }
}
