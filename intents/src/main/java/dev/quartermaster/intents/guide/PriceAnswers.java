package dev.quartermaster.intents.guide;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What things cost, from the price list and, for a golden path, from its own formula. */
final class PriceAnswers {
    private static final Pattern SPENT = Pattern.compile("\\b(?:spent|spend|did|have we|budget|bill)\\b");

    private final Bundle bundle;
    private final Measures measures;

    PriceAnswers(Bundle bundle, Measures measures) {
        this.bundle = bundle;
        this.measures = measures;
    }

    /** Empty where it is about what was spent: that is no question about what things cost. */
    Optional<String> of(PersonId asker, String said, @Nullable GoldenPath path) {
        if (SPENT.matcher(said).find()) {
            return Optional.empty();
        }
        var kinds = bundle.prices().hourly().entrySet().stream()
                .filter(each -> each.getKey().startsWith("gpu."))
                .filter(each -> said.contains(each.getKey().substring(4)))
                .toList();
        if (!kinds.isEmpty()) {
            return Optional.of(kinds.stream()
                    .map(each -> "An " + each.getKey().substring(4) + " costs " + each.getValue() + " an hour.")
                    .map(sentence -> sentence.replaceFirst("^An (?=t)", "A "))
                    .collect(Collectors.joining("\n")));
        }
        return Optional.of(path == null ? list() : ofPath(asker, path));
    }

    Guide.Quote ofWish(PersonId asker, Intent wish) {
        var judgement = measures.judged(asker, wish);
        var price = judgement.price();
        var what = "`/qm " + CommandText.of(wish) + "`";
        var refusal = refusal(judgement.verdict());
        if (price == null) {
            return new Guide.Quote(
                    refusal.isEmpty()
                            ? what + " has no price."
                            : what + " cannot be had like this, so it has no price: " + refusal,
                    false);
        }
        var length = new Value.Span(price.term()).words();
        var costs = price.ceiling().amount().signum() == 0
                ? what + " costs nothing."
                : what + " costs " + price.perHour() + " an hour, at most " + price.ceiling() + " for " + length + ".";
        return new Guide.Quote(
                costs
                        + (refusal.isEmpty() ? "" : " It would be refused as things are: " + refusal)
                        + " Nothing was asked for.",
                refusal.isEmpty());
    }

    /** Empty where it would not be refused. */
    private static String refusal(Verdict verdict) {
        return verdict instanceof Verdict.Refused refused
                ? refused.reasons().stream().map(Verdict.Reason::words).collect(Collectors.joining(" "))
                : "";
    }

    private String ofPath(PersonId asker, GoldenPath path) {
        if (path.planned()) {
            return Spoken.planned(path) + "\n" + list();
        }
        var price = measures.judged(asker, new Intent.Launch(path.name(), new TreeMap<>(), new Term.Unsaid(), ""))
                .price();
        return price == null
                ? list()
                : path.title() + " as it comes costs " + price.perHour() + " an hour, " + price.ceiling()
                        + " for the usual " + new Value.Span(price.term()).words() + ".\n" + list();
    }

    private String list() {
        return "An hour costs: "
                + new TreeMap<>(bundle.prices().hourly())
                        .entrySet().stream()
                                .filter(each -> !List.of("storage", "tokens").contains(each.getKey()))
                                .map(each -> words(each.getKey()) + " "
                                        + each.getValue()
                                                .amount()
                                                .stripTrailingZeros()
                                                .toPlainString() + " "
                                        + each.getValue().currency())
                                .collect(Collectors.joining(", "))
                + ".";
    }

    private static String words(String resource) {
        return switch (resource) {
            case "cpu" -> "a core";
            case "memory" -> "a GiB of memory";
            default -> resource.startsWith("gpu.") ? "a GPU of kind " + resource.substring(4) : resource;
        };
    }
}
