package dev.quartermaster.intents.reading.embedded;

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
 * Text to reading, slots and all, on one core, beside one embedding of the same text in the same run: machines differ,
 * the ratio does not. {@code mvn -Pbench -pl deploy/bench -am verify -DskipTests}.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:ActiveProcessorCount=1", "-Xmx1g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 4, time = 5)
public class ReadingBench {

    @Benchmark
    public Object reading(RealSentences sentences) {
        return sentences.read();
    }

    @Benchmark
    public Object embedding(RealSentences sentences) {
        return sentences.embed();
    }

    /** @param arguments the folder with the configuration, and one for the reader's cache */
    public static void main(String[] arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(ReadingBench.class.getSimpleName())
                .param("config", arguments[0])
                .param("cache", arguments[1])
                .build();
        var results = new Runner(options).run();
        var baseline = median(results, "embedding");
        System.out.printf("%n%-10s %8s %8s %8s %14s %10s%n", "", "p50 ms", "p99 ms", "max ms", "a core and s", "ratio");
        for (var name : new String[] {"embedding", "reading"}) {
            var times = only(results, name).getPrimaryResult().getStatistics();
            System.out.printf(
                    "%-10s %8.2f %8.2f %8.2f %14.0f %10.2f%n",
                    name,
                    times.getPercentile(50) / 1_000,
                    times.getPercentile(99) / 1_000,
                    times.getMax() / 1_000,
                    1_000_000 / times.getMean(),
                    times.getPercentile(50) / baseline);
        }
    }

    private static double median(Collection<RunResult> results, String name) {
        return only(results, name).getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static RunResult only(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(result -> result.getPrimaryResult().getLabel().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
