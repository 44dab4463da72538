package dev.quartermaster.intents.policy;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One whole decision (plan, price, facts, rules, guards, stages) under more than a thousand rules, with their golden
 * paths, teams and datasets in conditions and declared, beside the same under the default organisation's own in the same
 * run: machines differ, the ratio does not. {@code mvn -Pbench -pl deploy/bench -am verify -DskipTests
 * -Dbench.main=dev.quartermaster.intents.policy.JudgingBench}.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:ActiveProcessorCount=1", "-Xmx1g"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 4, time = 5)
public class JudgingBench {

    @Benchmark
    public Object few(ManyRules rules) {
        return rules.few();
    }

    @Benchmark
    public Object conditions(ManyRules rules) {
        return rules.conditions();
    }

    @Benchmark
    public Object declared(ManyRules rules) {
        return rules.declared();
    }

    /** @param arguments the folder with the configuration */
    public static void main(String[] arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(JudgingBench.class.getSimpleName())
                .param("config", arguments[0])
                .build();
        var results = new Runner(options).run();
        var baseline = only(results, "few").getPrimaryResult().getStatistics().getPercentile(50);
        System.out.printf("%n%-28s %8s %8s %8s %10s%n", "", "p50 us", "p99 us", "max us", "ratio");
        row("the default organisation", only(results, "few"), baseline);
        row("1,000 more, as conditions", only(results, "conditions"), baseline);
        row("1,000 more, declared", only(results, "declared"), baseline);
    }

    private static void row(String what, RunResult result, double baseline) {
        var times = result.getPrimaryResult().getStatistics();
        System.out.printf(
                "%-28s %8.0f %8.0f %8.0f %10.2f%n",
                what,
                times.getPercentile(50),
                times.getPercentile(99),
                times.getMax(),
                times.getPercentile(50) / baseline);
    }

    private static RunResult only(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(result -> result.getPrimaryResult().getLabel().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
