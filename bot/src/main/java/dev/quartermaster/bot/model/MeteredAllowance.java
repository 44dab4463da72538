package dev.quartermaster.bot.model;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.model.Allowance;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts a model's calls and tokens for {@code /actuator/prometheus} and passes each on to the bookkeeping. */
public final class MeteredAllowance implements Allowance {
    private final Allowance books;
    private final MeterRegistry metrics;

    public MeteredAllowance(Allowance books, MeterRegistry metrics) {
        this.books = books;
        this.metrics = metrics;
    }

    @Override
    public boolean take(PersonId by) {
        return books.take(by);
    }

    @Override
    public void note(Call call) {
        String result = call.result().name().toLowerCase(Locale.ROOT);
        metrics.counter("quartermaster.model.calls", "result", result).increment();
        if (call.result().called()) {
            metrics.counter("quartermaster.model.tokens", "direction", "in").increment(call.tokensIn());
            metrics.counter("quartermaster.model.tokens", "direction", "out").increment(call.tokensOut());
            metrics.timer("quartermaster.model.call").record(call.took());
        }
        books.note(call);
    }
}
