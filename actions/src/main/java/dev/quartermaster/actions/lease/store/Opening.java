package dev.quartermaster.actions.lease.store;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request hands over now: some of its parts or all, and what those cost.
 *
 * @param namespace where its team's things are made
 */
public record Opening(Request request, Plan plan, Price price, Set<PartName> parts, String namespace) {
    public Opening {
        parts = Set.copyOf(parts);
    }

    public static Opening of(Request request, Set<PartName> parts, String namespace) {
        Plan plan = Objects.requireNonNull(request.judgement().plan(), "Only what was planned can be handed over");
        Price price = Objects.requireNonNull(request.judgement().price(), "What is planned is priced");
        return new Opening(request, plan, price, parts, namespace);
    }

    /** The end, where the asker named a moment instead of a length. */
    @Nullable
    Instant askedUntil() {
        return request.judgement().intent() instanceof Intent.Acquisition wanted
                        && wanted.term() instanceof Term.Until(Instant end)
                ? end
                : null;
    }

    @Nullable
    Instant starts() {
        return request.from();
    }

    /** Of everything that is wanted now. */
    Money rate() {
        boolean all = plan.parts().stream().map(Part::name).allMatch(parts::contains);
        return all ? price.perHour() : parts.stream().map(this::share).reduce(zero(), Money::plus);
    }

    Money share(PartName part) {
        return price.lines().stream()
                .filter(line -> line.part().equals(part))
                .map(Price.Line::perHour)
                .reduce(zero(), Money::plus);
    }

    /** What is made already stays as it was planned; what is wanted only now is as judged just now. */
    Plan into(Plan running, Collection<PartName> wanted) {
        return new Plan(
                running.path(),
                running.version(),
                running.parameters(),
                running.parts().stream()
                        .map(part -> wanted.contains(part.name()) ? judged(part) : part)
                        .toList(),
                running.links(),
                running.term(),
                running.compute());
    }

    private Part judged(Part before) {
        return plan.parts().stream()
                .filter(part -> part.name().equals(before.name()))
                .findFirst()
                .orElse(before);
    }

    private Money zero() {
        return Money.zero(price.perHour().currency());
    }
}
