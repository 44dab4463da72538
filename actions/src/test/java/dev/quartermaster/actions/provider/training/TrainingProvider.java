package dev.quartermaster.actions.provider.training;

import dev.quartermaster.actions.provider.IdleEvidence;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.Usage;
import dev.quartermaster.intents.part.PartType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Runs that end by themselves, in a service that remembers them: a made-up one, within this class. */
@Component
class TrainingProvider implements Provider {
    final Map<String, Run> runs = new ConcurrentHashMap<>();

    /** Of another service. */
    static final class Run {
        final long steps;
        final String input;
        volatile long taken;

        Run(long steps, String input) {
            this.steps = steps;
            this.input = input;
        }
    }

    @Override
    public PartType type() {
        return new TrainingPart();
    }

    @Override
    public Observed observe(Order order) {
        Run run = runs.get(name(order));
        if (run == null) {
            return new Observed.Absent();
        }
        var outputs = Map.of("results", "https://runs.example.org/" + name(order));
        return run.taken < run.steps
                ? new Observed.Ready(name(order), outputs)
                : new Observed.Done(name(order), outputs);
    }

    @Override
    public Observed converge(Order order, Wanted wanted) {
        switch (wanted) {
            case RUNNING ->
                runs.computeIfAbsent(name(order), name -> run(order.part().spec()));
            case STOPPED, GONE -> runs.remove(name(order));
        }
        return observe(order);
    }

    private static Run run(Map<String, Object> spec) {
        return new Run(
                ((Number) spec.get("steps")).longValue(),
                spec.getOrDefault("input", "").toString());
    }

    @Override
    public IdleEvidence evidence(Order order) {
        return new IdleEvidence(null, null, null, runs.containsKey(name(order)) ? 1.0 : 0.0);
    }

    @Override
    public List<Usage> usage(Order order) {
        Run run = runs.get(name(order));
        return run == null ? List.of() : List.of(new Usage("steps", BigDecimal.valueOf(run.taken)));
    }

    @Override
    public List<String> lastLines(Order order, int most) {
        Run run = runs.get(name(order));
        return run == null ? List.of() : List.of("step " + run.taken + " of " + run.steps);
    }

    private static String name(Order order) {
        return order.lease() + "-" + order.part().name();
    }
}
