package dev.quartermaster.intents.policy.evaluate;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.EvaluationRequest.Already;
import dev.quartermaster.intents.policy.SentenceParts;
import dev.quartermaster.intents.policy.Verdict.Alternative;
import dev.quartermaster.intents.policy.rule.Variant;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a near wish as a button: what is different in a few words, and the command that asks for it. */
final class Offer {
    private static final int BUTTON = 75;

    private Offer() {}

    /** Empty for an extension that would end no later than agreed: then nothing is left to offer. */
    static Optional<Alternative> of(EvaluationRequest asked, NearbyRequest near) {
        boolean open = !near.tellsTheBudget();
        if (asked.already() != null && asked.already().resizes()) {
            return size(asked, asked.already(), near.intent(), open);
        }
        if (asked.already() != null) {
            return extension(asked, asked.already(), near.intent(), open);
        }
        Intent wish = near.intent();
        return Optional.of(new Alternative(label(asked.intent(), wish), wish, CommandText.of(wish), open));
    }

    private static Optional<Alternative> extension(
            EvaluationRequest asked, Already already, Intent wish, boolean open) {
        if (!(Variant.term(wish) instanceof Term.For(var total))) {
            return Optional.empty();
        }
        Instant end = already.since().plus(total);
        Duration more = Duration.between(already.until(), end).truncatedTo(ChronoUnit.MINUTES);
        if (!more.isPositive()) {
            return Optional.empty();
        }
        Intent extend = new Intent.Extend(new Target.Id(asked.lease().value()), new Term.For(more));
        return Optional.of(new Alternative(SentenceParts.length(more) + " more", extend, CommandText.of(extend), open));
    }

    /** Empty for a shorter time, which nobody asked about, and for what it has already. */
    private static Optional<Alternative> size(EvaluationRequest asked, Already already, Intent wish, boolean open) {
        if (!(wish instanceof Intent.Launch other) || !Variant.term(wish).equals(Variant.term(asked.intent()))) {
            return Optional.empty();
        }
        SortedMap<String, Value> changed = new TreeMap<>(other.parameters());
        changed.entrySet()
                .removeIf(each -> each.getValue().equals(already.values().get(each.getKey())));
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Intent resize = new Intent.Resize(new Target.Id(asked.lease().value()), changed);
        return Optional.of(new Alternative(label(asked.intent(), wish), resize, CommandText.of(resize), open));
    }

    private static String label(Intent from, Intent to) {
        List<String> changes = new ArrayList<>();
        if (from instanceof Intent.Launch before && to instanceof Intent.Launch after) {
            after.parameters().forEach((name, value) -> {
                if (!value.equals(before.parameters().get(name))) {
                    changes.add(changed(name, value));
                }
            });
            before.parameters().keySet().stream()
                    .filter(name -> !after.parameters().containsKey(name))
                    .forEach(name -> changes.add("the usual " + name));
        }
        if (from instanceof Intent.Grant before
                && to instanceof Intent.Grant after
                && before.access() != after.access()) {
            changes.add(access(after));
        }
        if (!Variant.term(from).equals(Variant.term(to)) && Variant.term(to) instanceof Term.For(var length)) {
            changes.add(SentenceParts.length(length));
        }
        String label = String.join(", ", changes);
        return label.length() <= BUTTON ? label : label.substring(0, BUTTON - 1) + "…";
    }

    private static String changed(String name, Value value) {
        if (!name.equals("gpus")) {
            return name + " " + value.text();
        }
        return switch (value.text()) {
            case "0" -> "no GPUs";
            case "1" -> "1 GPU";
            default -> value.text() + " GPUs";
        };
    }

    private static String access(Intent.Grant grant) {
        return grant.access().name().toLowerCase(Locale.ROOT);
    }
}
